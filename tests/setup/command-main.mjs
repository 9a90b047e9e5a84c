// The command line as npx yantu runs it, without the install and the build before it.
import { run } from '../../dist-server/cli.js'

await run({ argv: process.argv.slice(2), env: process.env })
