// The laws of the source tree. Each is first shown a planted offence, so that a law which has gone blind fails,
// and then the real tree.
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import * as laws from './architecture/laws.ts'
import { importsOf, readSources, type Sources } from './architecture/modules.ts'

const sources = readSources(fileURLToPath(new URL('..', import.meta.url)), 'src')

interface Law {
  readonly law: (sources: Sources) => string[]
  readonly says: string
  readonly offences: readonly Sources[]
  readonly fine: Sources
}

const all: readonly Law[] = [
  {
    says: 'each layer imports only what the map allows',
    law: laws.forbiddenImports,
    offences: [
      { 'src/domain/day.ts': "import { op } from '../wire/op.ts';" },
      { 'src/app/HomePage.vue': '<script setup lang="ts">\nimport { pool } from \'../server/pool.ts\'\n</script>' },
      { 'src/app/HomePage.vue': '<script setup lang="ts">\nconst late = () => import(\'../server/pool.ts\')\n</script>' },
      { 'src/sync/push.ts': "export type { Page } from '../app/page.ts';" },
      { 'src/domain/day.ts': "import dayjs from 'dayjs';" },
      { 'src/domain/day.ts': "import { z } from 'zod';" },
      { 'src/app/store.ts': "import Dexie from 'dexie';" },
      { 'src/sync/push.ts': "import { ref } from 'vue';" },
      { 'src/wire/op.ts': "import { createHash } from 'node:crypto';" },
      { 'src/service-worker/main.ts': "import { op } from '../wire/op.ts';" },
      { 'src/domain/day.ts': "import cases from '../../tests/policy-cases/hours.json';" },
      { 'src/server/a.ts': "import '../app/text/words.ts';" },
    ],
    fine: {
      'src/wire/op.ts': "import { day } from '../domain/day.ts';\nimport { z } from 'zod/mini';",
      'src/domain/day.ts': "// import { op } from '../wire/op.ts'\nexport const day = 1;",
    },
  },
  {
    says: 'policy packs are never part of what phones load',
    law: laws.packsOnThePhone,
    offences: [
      { 'src/app/RulesPage.vue': "<script setup>import { pack } from '../domain/policy/packs/yuzhong.ts'</script>" },
      { 'src/domain/evaluate/cycle.ts': "import { pack } from '../policy/packs/yuzhong.ts';" },
      { 'src/sync/pull.ts': "const p = await import('../domain/policy/packs/city.ts');" },
    ],
    fine: {
      'src/server/policy.ts': "import { pack } from '../domain/policy/packs/yuzhong.ts';",
      'src/domain/policy/packs/yuzhong.ts': "import { city } from './city.ts';",
    },
  },
  {
    says: 'imports are relative, complete and lead somewhere',
    law: laws.unclearAddresses,
    offences: [
      { 'src/app/a.ts': "import { b } from '@/b.ts';" },
      { 'src/app/a.ts': "import { b } from './b';" },
      { 'src/app/a.ts': "import { b } from './gone.ts';" },
    ],
    fine: { 'src/app/a.ts': "import { b } from './b.ts';\nimport '@noble/hashes/sha2.js';", 'src/app/b.ts': 'export const b = 1;' },
  },
  {
    says: 'there are no barrels',
    law: laws.barrels,
    offences: [{ 'src/app/index.ts': 'export const a = 1;' }, { 'src/app/all.ts': "export * from './a.ts';" }],
    fine: { 'src/app/a.ts': "export { b } from './b.ts';" },
  },
  {
    says: 'no files import each other in a ring',
    law: laws.cycles,
    offences: [
      { 'src/app/a.ts': "import { b } from './b.ts';", 'src/app/b.ts': "import type { A } from './a.ts';" },
      {
        'src/app/A.vue': "<script setup>import B from './B.vue'</script>",
        'src/app/B.vue': "<script setup>import { c } from './c.ts'</script>",
        'src/app/c.ts': "export const c = () => import('./A.vue');",
      },
    ],
    fine: { 'src/app/a.ts': "import { b } from './b.ts';", 'src/app/b.ts': "import './c.ts';", 'src/app/c.ts': '' },
  },
  {
    says: 'no file has more than 300 lines',
    law: laws.tooLong,
    offences: [
      { 'src/app/a.ts': 'x\n'.repeat(301) },
      { 'src/app/A.vue': 'x\n'.repeat(301) },
      { 'src/app/text/words.ts': 'x\n'.repeat(301) },
    ],
    fine: { 'src/app/a.ts': 'x\n'.repeat(300) },
  },
  {
    says: 'folders say what is in them',
    law: laws.namelessFolders,
    offences: [{ 'src/app/utils/a.ts': '' }, { 'src/server/services/a.ts': '' }],
    fine: { 'src/app/composables/utils.ts': '' },
  },
  {
    says: 'the domain has no clock, no dice and no network',
    law: laws.clocksInDomain,
    offences: [
      { 'src/domain/day.ts': 'export const today = new Date();' },
      { 'src/domain/day.ts': 'const x = Math.random();' },
      { 'src/domain/day.ts': 'setTimeout(f, 1);' },
      { 'src/domain/ids.ts': 'crypto.getRandomValues(bytes);' },
      { 'src/domain/day.ts': 'const t = performance.now();' },
    ],
    fine: { 'src/domain/day.ts': "// new Date()\nconst words = 'Date';", 'src/sync/loop.ts': 'setTimeout(f, 1);' },
  },
  {
    says: 'styles are known to the browsers in use',
    law: laws.missingStyles,
    offences: [
      { 'src/app/a.css': '.page{height:100dvh}' },
      { 'src/app/A.vue': '<style>.a:has(.b){color:red}</style>' },
      { 'src/app/a.css': '.a { & .b { color: red } }' },
      { 'src/app/a.css': '.a{color:color-mix(in srgb, red, blue)}' },
    ],
    fine: { 'src/app/a.css': '/* 100dvh */ .a{height:100vh;top:0;right:0}' },
  },
  {
    says: 'phones are sent to nobody else',
    law: laws.thirdParties,
    offences: [
      { 'src/app/a.ts': "const font = 'https://fonts.example.com/a.woff2';" },
      { 'src/app/a.css': "@import url('//cdn.example.com/a.css');" },
      { 'src/app/A.vue': '<template><img src="https://img.example.cn/a.png"></template>' },
    ],
    fine: { 'src/app/a.ts': "// https://example.com/\nconst svg = 'http://www.w3.org/2000/svg';" },
  },
]

describe.each(all)('the law that $says', ({ law, offences, fine }) => {
  test.each(offences.map((offence, index) => [index + 1, offence] as const))('notices planted offence %i', (_, offence) => {
    expect(law(offence)).not.toEqual([])
  })

  test('leaves what is right alone', () => {
    expect(law(fine)).toEqual([])
  })

  test('is kept by every file of src', () => {
    expect(law(sources)).toEqual([])
  })
})

test('the laws look at the whole tree, pages included', () => {
  const paths = Object.keys(sources)
  for (const folder of ['domain', 'wire', 'storage', 'sync', 'app', 'server', 'service-worker']) {
    expect(
      paths.some((path) => path.startsWith(`src/${folder}/`)),
      folder,
    ).toBe(true)
  }
  expect(paths.some((path) => path.endsWith('.vue'))).toBe(true)
})

test('every way of importing is seen', () => {
  const text = [
    "import a from './a.ts'",
    "import type { B } from './b.ts'",
    "import {\n  c,\n  type D,\n} from './c.ts'",
    "import './d.ts'",
    "export { e } from './e.ts'",
    "export * from './f.ts'",
    "const g = () => import('./g.ts')",
    "import * as h from './h.ts'",
    "import i, { type j } from './i.ts'",
  ].join('\n')
  expect(importsOf('src/app/x.ts', text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => `./${name}.ts`))
})
