#!/usr/bin/env node
// npx yantu <command>: installs what is missing, then becomes the command line of src/server/cli.
import { makeReady } from './ready.mjs';

makeReady();
const { register } = await import('tsx/esm/api');
register();
const { run } = await import('../src/server/cli/main.ts');
await run({ argv: process.argv.slice(2), env: process.env });
