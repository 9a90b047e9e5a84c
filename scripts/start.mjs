// npm start [-- --demo]: installs, builds, then becomes the server, in this very process, so that a signal
// sent to it reaches the server and nothing is left behind.
import { buildIfStale } from './build.mjs';
import { makeReady } from './ready.mjs';

makeReady();
buildIfStale();
const { register } = await import('tsx/esm/api');
register();
const { run } = await import('../src/server/main.ts');
await run({ argv: process.argv.slice(2), env: process.env });
