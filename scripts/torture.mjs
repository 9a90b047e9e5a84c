// npm run torture: damaged requests (MUTATIONS, 40,000), then the simulation for as long as MINUTES say (20), from a seed that moves
// on with every day, and what they came to.
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
  // Damaged requests first: some minutes for 40,000 of them. Then the simulation until the time is over.
  const mutations = process.env.MUTATIONS ?? '40000';
  const damaged = await vitest('tests/server/load/mutated.test.ts', { MUTATIONS: mutations, FROM: String(Number(from) * 10) });
  const simulated = await vitest('tests/simulation/simulation.test.ts', { MINUTES: minutes, FROM: from });
  process.exitCode = damaged || simulated;
}

/** Runs one file of tests by itself; answers its exit code. */
function vitest(file, env) {
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [program, 'run', '--project', 'server', file], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return new Promise((resolve) => {
    child.once('close', (code) => resolve(code ?? 1));
  });
}
