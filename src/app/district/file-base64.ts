// A file's bytes as base64, and back to a file to keep. The browser does both; nothing leaves the page here.

export const fileAsBase64 = (file: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const text = String(reader.result)
      resolve(text.slice(text.indexOf(',') + 1))
    }
    reader.onerror = () => {
      reject(reader.error ?? new Error('the file could not be read'))
    }
    reader.readAsDataURL(file)
  })

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a workbook to the browser's downloads. */
export function saveWorkbook(base64: string, name: string): void {
  const binary = atob(base64)
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  const url = URL.createObjectURL(new Blob([bytes], { type: XLSX }))
  saveFrom(url, name)
  setTimeout(() => {
    URL.revokeObjectURL(url)
  }, 60_000)
}

/** Follows an address that answers with a file; the page stays. */
export function saveFrom(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
}
