// The bytes of a file a person chose, as sheets: .xlsx or .csv, told apart by what is inside rather than by the name.
// What cannot be read is refused with a code, never with an exception; nothing is unpacked before the zip's directory was checked.

import { readCsv } from './csv.ts'
import { readInChild } from './read-in-child.ts'
import { MAX_FILE_BYTES, refused, withinBounds, type SheetsRead } from './sheet.ts'
import { readDirectory } from './zip.ts'

/** A CSV no longer than this is read in less time than a process takes to begin. */
const SHORT = 256 * 1024

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b)
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])
const isOle = (bytes: Uint8Array): boolean => startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])

/** A workbook with a password is an OLE file that says so in UTF-16. */
const saysEncrypted = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))

function ending(fileName: string): string {
  return /\.([a-z0-9]+)$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
}

const baseName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '')

export async function readSheets(bytes: Uint8Array, fileName: string): Promise<SheetsRead> {
  if (bytes.byteLength === 0) return refused('file.empty')
  if (bytes.byteLength > MAX_FILE_BYTES) return refused('file.too-big')
  if (isOle(bytes)) return refused(saysEncrypted(bytes) ? 'file.encrypted' : 'file.legacy-xls')
  if (isZip(bytes)) {
    const directory = readDirectory(bytes)
    if (directory.is === 'bomb') return refused('file.zip-bomb')
    if (directory.is === 'encrypted') return refused('file.encrypted')
    if (directory.is === 'damaged') return refused('file.damaged')
    return readInChild(bytes)
  }
  if (['csv', 'txt', 'tsv'].includes(ending(fileName)))
    return bytes.byteLength > SHORT ? readInChild(bytes, {}, baseName(fileName)) : withinBounds(readCsv(bytes, baseName(fileName)))
  // Older systems write a web page and call it .xls: Excel opens it and can save it as .xlsx.
  return refused(ending(fileName) === 'xls' ? 'file.legacy-xls' : 'file.not-a-workbook')
}
