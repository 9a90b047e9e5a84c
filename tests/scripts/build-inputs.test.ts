// npm start builds again when, and only when, what phones load has changed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildInputs, buildIsCurrent } from '../../scripts/build-inputs.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yantu-inputs-'));
  for (const folder of ['src/app', 'src/server', 'public', 'dist']) mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, 'src/app/main.ts'), 'export {};');
  writeFileSync(join(root, 'dist/index.html'), '<!doctype html>');
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function build() {
  writeFileSync(join(root, 'dist/build.json'), JSON.stringify({ build: 'x', inputs: buildInputs(root) }));
}

test('a fresh clone has no current build', () => {
  expect(buildIsCurrent(root)).toBe(false);
});

test('a second start does not build again', () => {
  build();
  expect(buildIsCurrent(root)).toBe(true);
});

test('a changed, added or removed page is noticed', () => {
  build();
  writeFileSync(join(root, 'src/app/main.ts'), 'export const changed = 1;');
  expect(buildIsCurrent(root)).toBe(false);
  build();
  writeFileSync(join(root, 'src/app/more.ts'), '');
  expect(buildIsCurrent(root)).toBe(false);
  build();
  rmSync(join(root, 'src/app/more.ts'));
  expect(buildIsCurrent(root)).toBe(false);
});

test('a change of the server alone builds nothing', () => {
  build();
  writeFileSync(join(root, 'src/server/main.ts'), 'export {};');
  expect(buildIsCurrent(root)).toBe(true);
});

test('a build whose page is gone is not current', () => {
  build();
  rmSync(join(root, 'dist/index.html'));
  expect(buildIsCurrent(root)).toBe(false);
});
