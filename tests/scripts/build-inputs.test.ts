// npm start builds again when, and only when, what phones load, or what the server runs, has changed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildInputs, buildIsCurrent, PAGES, SERVER } from '../../scripts/build-inputs.mjs'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yantu-inputs-'))
  for (const folder of ['src/app', 'src/server', 'public', 'dist']) mkdirSync(join(root, folder), { recursive: true })
  writeFileSync(join(root, 'src/app/main.ts'), 'export {};')
  writeFileSync(join(root, 'dist/index.html'), '<!doctype html>')
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function build() {
  writeFileSync(join(root, 'dist/build.json'), JSON.stringify({ build: 'x', inputs: buildInputs(root, PAGES) }))
}

test('a fresh clone has no current build', () => {
  expect(buildIsCurrent(root, PAGES)).toBe(false)
})

test('a second start does not build again', () => {
  build()
  expect(buildIsCurrent(root, PAGES)).toBe(true)
})

test('a changed, added or removed page is noticed', () => {
  build()
  writeFileSync(join(root, 'src/app/main.ts'), 'export const changed = 1;')
  expect(buildIsCurrent(root, PAGES)).toBe(false)
  build()
  writeFileSync(join(root, 'src/app/more.ts'), '')
  expect(buildIsCurrent(root, PAGES)).toBe(false)
  build()
  rmSync(join(root, 'src/app/more.ts'))
  expect(buildIsCurrent(root, PAGES)).toBe(false)
})

test('a change of the server alone builds the server and no pages', () => {
  build()
  mkdirSync(join(root, 'dist-server'))
  writeFileSync(join(root, 'dist-server/main.js'), '')
  writeFileSync(join(root, 'dist-server/build.json'), JSON.stringify({ inputs: buildInputs(root, SERVER) }))
  expect(buildIsCurrent(root, SERVER)).toBe(true)
  writeFileSync(join(root, 'src/server/main.ts'), 'export {};')
  expect(buildIsCurrent(root, SERVER)).toBe(false)
  expect(buildIsCurrent(root, PAGES)).toBe(true)
})

test('a build whose page is gone is not current', () => {
  build()
  rmSync(join(root, 'dist/index.html'))
  expect(buildIsCurrent(root, PAGES)).toBe(false)
})

test('a stamp that a power cut left empty or half written builds again, and stops no start', () => {
  for (const left of ['', '{"inputs":"', 'null']) {
    build()
    writeFileSync(join(root, 'dist/build.json'), left)
    expect(buildIsCurrent(root, PAGES)).toBe(false)
  }
})
