// npm run bench: prints sizes and speeds beside what was aimed for (tests/bench). Nothing here is a test.
import { ensureBrowser } from './browser.mjs';
import { buildIfStale } from './build.mjs';
import { makeReady } from './ready.mjs';

makeReady();
buildIfStale();
const chromium = await ensureBrowser();
const { register } = await import('tsx/esm/api');
register();
const { run } = await import('../tests/bench/main.ts');
await run(chromium);
