// A new build takes the old one's place, whoever else builds, and nothing is left lying about by builds that were killed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearLeftovers, putInPlace } from '../../scripts/put-in-place.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yantu-place-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function folder(name: string, holds = name): string {
  mkdirSync(join(root, name))
  writeFileSync(join(root, name, 'main.js'), holds)
  return join(root, name)
}
const inPlace = (): string => readFileSync(join(root, 'out', 'main.js'), 'utf8')

test('the new build stands where the old one stood, and only it', () => {
  folder('out', 'old')
  putInPlace(folder('out-7', 'new'), join(root, 'out'))
  expect([inPlace(), readdirSync(root)]).toEqual(['new', ['out']])
})

test('the first build of a fresh clone has nothing to take the place of', () => {
  putInPlace(folder('out-7', 'new'), join(root, 'out'))
  expect([inPlace(), readdirSync(root)]).toEqual(['new', ['out']])
})

test('what cannot be put in place leaves the server that was there, and is said', () => {
  folder('out', 'old')
  expect(() => {
    putInPlace(join(root, 'out-7'), join(root, 'out'))
  }).toThrow(/ENOENT/)
  expect([inPlace(), readdirSync(root)]).toEqual(['old', ['out']])
})

test('folders of builds that were killed are cleared away, those of builds that go on and everything else are not', () => {
  const ended = String(spawnSync(process.execPath, ['-e', '']).pid)
  const running = String(process.pid)
  for (const name of ['out', `out-${ended}`, `out-${ended}-before`, `out-${running}`, 'out-of-date', 'outside-1']) folder(name)
  clearLeftovers(root, 'out')
  expect(readdirSync(root).sort()).toEqual(['out', `out-${running}`, 'out-of-date', 'outside-1'].sort())
  expect(existsSync(join(root, 'out', 'main.js'))).toBe(true)
})
