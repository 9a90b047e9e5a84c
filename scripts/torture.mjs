// npm run torture: the simulation for as long as MINUTES say (20), from a seed that moves on with every day, and what it came to.
// npm run torture -- --planted: breaks one promise at a time in a copy of the tree; every one must be noticed.
// Needs nothing but what npm test needs; leaves nothing behind.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { makeReady, root } from './ready.mjs';

makeReady();

if (process.argv.includes('--planted')) {
  const { runPlanted } = await import('../tests/simulation/planted/run-planted.mjs');
  process.exitCode = (await runPlanted(root, process.argv.slice(2).filter((arg) => !arg.startsWith('--')))) ? 0 : 1;
} else {
  const minutes = process.env.MINUTES ?? '20';
  // Another stretch of seeds each day, so that counts add up over runs.
  const from = process.env.FROM ?? String(Math.floor(Date.now() / 86_400_000) * 10_000);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--project', 'server', 'tests/simulation/simulation.test.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, MINUTES: minutes, FROM: from },
  });
  child.once('close', (code) => {
    process.exitCode = code ?? 1;
  });
}
