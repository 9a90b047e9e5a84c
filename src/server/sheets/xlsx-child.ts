// The child process that reads one workbook and ends. It is given the bytes and nothing else: no environment, no database, no network.

import { readXlsx } from './read-xlsx.ts'

process.once('message', (bytes: Uint8Array) => {
  void readXlsx(bytes).then((read) => process.send?.(JSON.stringify(read)))
})
