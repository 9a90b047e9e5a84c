#!/usr/bin/env node
// npx yantu <command>: installs what is missing, then becomes the command line of src/server/cli.
import { buildServerIfStale } from './build.mjs'
import { makeReady } from './ready.mjs'

makeReady()
buildServerIfStale()
const { run } = await import('../dist-server/cli.js')
await run({ argv: process.argv.slice(2), env: process.env })
