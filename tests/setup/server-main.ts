// The server as npm start runs it, without the install and the build before it.
import { run } from '../../src/server/main.ts';

await run({ argv: process.argv.slice(2), env: process.env });
