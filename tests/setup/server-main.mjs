// The server as npm start runs it, without the install and the build before it.
import { run } from '../../dist-server/main.js'

await run({ argv: process.argv.slice(2), env: process.env })
