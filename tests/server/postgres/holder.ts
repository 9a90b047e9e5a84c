// A server in miniature for the tests beside it: opens the folder named in its first argument,
// says how that went on one line, and holds it until it is stopped or killed.
import { openDatabase } from '../../../src/server/postgres/embedded.ts'

const [folder = ''] = process.argv.slice(2)
const database = await openDatabase({ dataFolder: folder })
if (database.is === 'in-use') {
  console.log(JSON.stringify({ is: 'in-use', pid: database.pid }))
} else {
  console.log(JSON.stringify({ is: 'ready', url: database.url }))
  process.once('SIGTERM', () => void database.stop())
  process.once('SIGINT', () => void database.stop())
  const forever = setInterval(() => undefined, 1000)
  process.once('SIGTERM', () => clearInterval(forever))
  process.once('SIGINT', () => clearInterval(forever))
}
