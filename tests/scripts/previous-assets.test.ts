// Somebody's page is still the last build when the district updates.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bringPreviousAssetsBack, setPreviousAssetsAside } from '../../scripts/previous-assets.mjs'

const NOW = Date.UTC(2026, 10, 21)
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'yantu-assets-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

function build(...names: string[]): void {
  setPreviousAssetsAside(root)
  rmSync(join(root, 'dist'), { recursive: true, force: true })
  mkdirSync(join(root, 'dist/assets'), { recursive: true })
  for (const name of names) {
    writeFileSync(join(root, 'dist/assets', name), name)
    utimesSync(join(root, 'dist/assets', name), NOW / 1000, NOW / 1000)
  }
}

test('a page of the last build still finds its scripts after an update', () => {
  build('old.js', 'same.js')
  build('new.js', 'same.js')
  bringPreviousAssetsBack(root, NOW)
  expect(readdirSync(join(root, 'dist/assets')).sort()).toEqual(['new.js', 'old.js', 'same.js'])
})

test('the service worker is built while the old scripts are away', () => {
  build('old.js')
  build('new.js')
  expect(readdirSync(join(root, 'dist/assets'))).toEqual(['new.js'])
})

test('after 180 days they go', () => {
  build('old.js')
  build('new.js')
  bringPreviousAssetsBack(root, NOW + 181 * 24 * 3600 * 1000)
  expect(existsSync(join(root, 'dist/assets/old.js'))).toBe(false)
})

test('a build that broke off loses none of them', () => {
  build('old.js')
  build('half.js')
  build('new.js')
  bringPreviousAssetsBack(root, NOW)
  expect(readdirSync(join(root, 'dist/assets')).sort()).toEqual(['half.js', 'new.js', 'old.js'])
})
