// The keys of pictures go where the pictures go. Where another key is in use already, one that comes along gets a name of its own:
// what is there stays readable, and so does what came.

import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isKeyFile, KEY_FILE, nameOfOther } from '../evidence/evidence-key.ts'
import { takeFile } from './link-tree.ts'

const textOf = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').then(
    (text) => text.trim(),
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    },
  )

export async function takeKeys(from: string, to: string): Promise<void> {
  const names = (await readdir(from)).filter(isKeyFile).sort()
  for (const name of names) {
    const [coming, there] = [await textOf(join(from, name)), await textOf(join(to, KEY_FILE))]
    if (coming === null || coming === there) continue
    await takeFile(join(from, name), join(to, name === KEY_FILE && there !== null ? nameOfOther(coming) : name))
  }
}
