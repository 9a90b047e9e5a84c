// Whatever arrives, a verb answers with an outcome: it never throws, and never touches the document it was given.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod/mini'
import type { Document } from '../../../src/domain/document.ts'
import { readArguments } from '../../../src/domain/verbs/read-arguments.ts'
import { VERB_NAMES, VERBS } from '../../../src/domain/verbs/all-verbs.ts'
import { canonical } from '../../../src/wire/canonical.ts'
import {
  ACTIVITY,
  attempt,
  baseOf,
  CENTRAL,
  CLAIM,
  codeOf,
  districtFile,
  done,
  dossier,
  schoolFile,
  TRAINING,
  withClaim,
  type Who,
} from './scene.ts'

const ROLE = { person: 'lin', personName: '林老师', role: 'officer', from: '2026-03-01', to: null }
const { doc: claimed, row } = withClaim('lin', CENTRAL)
const files: Record<string, Document> = {
  teacher: done('wu', 'begin-pause', claimed, { kind: 'sick', from: null, until: null }),
  school: done('du', 'grant-role', schoolFile(CENTRAL), ROLE),
  district: done('an', 'grant-role', districtFile(), { ...ROLE, role: 'admin' }),
}
const rowIds = Object.values(files).flatMap((d) => [...d.rows.keys()] as string[])

/** Values that look like what verbs take, so that the random ones get past the schemas now and then. */
const likely = fc.oneof(
  fc.constantFrom<unknown>(
    ...rowIds,
    ACTIVITY,
    '4',
    '4.5',
    '-1',
    '10000',
    '2026-02-30',
    '2026-02-28',
    '2025-12-01',
    'school',
    'district',
    'online',
    'home',
    'sick',
    'officer',
    'admin',
    CENTRAL,
    'lin',
    null,
    true,
    false,
    [],
    {},
    0,
    7,
    '',
    '研修',
    '\ud800',
    '\u0000',
  ),
  fc.jsonValue(),
)
const keys = [
  'row',
  'reason',
  'hours',
  'credits',
  'note',
  'activity',
  'first',
  'last',
  'from',
  'to',
  'kind',
  'school',
  'changes',
  'identity',
  'home',
  'person',
  'role',
  'titles',
  'request',
  'decision',
  '__proto__',
  'constructor',
]
const someArgs = fc.oneof(
  fc.jsonValue(),
  fc.anything(),
  fc.dictionary(fc.constantFrom(...keys), likely),
  fc
    .dictionary(fc.constantFrom('hours', 'first', 'last', 'level', 'title', 'tags', 'credits', 'attendance'), likely)
    .map((over) => ({ row, ...CLAIM, ...over })),
  fc
    .dictionary(fc.constantFrom('hours', 'first', 'last', 'level'), likely)
    .map((over) => ({ ...TRAINING, evidence: [], lateReason: null, originalSeen: true, ...over })),
)
const OUTCOMES = ['applied', 'adjusted', 'noop', 'stale', 'refused']
const COMMON = ['verb.not-allowed', 'verb.bad-arguments', 'verb.unknown', 'verb.wrong-subject']

const written = (doc: Document): string => canonical([...doc.rows.values()].map((r) => [r.id, r.kind, r.facts]))

describe.each(VERB_NAMES)('%s', (verb) => {
  it('answers anything with one of its outcomes, and changes nothing but by applying', () => {
    fc.assert(
      fc.property(
        someArgs,
        fc.constantFrom<Who>('lin', 'wu', 'zhou', 'du', 'an', 'outsider'),
        fc.constantFrom('teacher', 'school', 'district'),
        fc.boolean(),
        (args, who, kind, seen) => {
          const doc = files[kind] ?? dossier('lin', CENTRAL)
          const before = written(doc)
          const outcome = attempt(who, verb, doc, args, { base: seen ? baseOf(claimed, row) : null })
          expect(OUTCOMES).toContain(outcome.is)
          if (outcome.is === 'refused') expect([...COMMON, ...VERBS[verb].codes]).toContain(outcome.code)
          expect(written(doc)).toBe(before)
          // What was applied can be written down, and only added to what was there.
          if ('document' in outcome) {
            written(outcome.document)
            for (const [id, r] of doc.rows) expect(outcome.document.rows.get(id)?.facts.slice(0, r.facts.length)).toEqual(r.facts)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  it('refuses __proto__ wherever it is hidden', () => {
    const doc = files[VERBS[verb].subject[0] ?? 'teacher'] ?? claimed
    for (const text of ['{"__proto__":{"row":1}}', '{"a":{"__proto__":null}}', '{"a":[{"constructor":1}]}']) {
      expect(codeOf(attempt('du', verb, doc, JSON.parse(text)))).toBe('verb.bad-arguments')
    }
    const spread: unknown = JSON.parse(JSON.stringify(CLAIM).replace('{', '{"__proto__":{"admin":true},'))
    expect(codeOf(attempt('lin', verb, doc, spread))).toBe('verb.bad-arguments')
  })

  it('has codes that are dotted and said once', () => {
    const { codes } = VERBS[verb]
    for (const code of codes) expect(code).toMatch(/^[a-z]+\.[a-z-]+$/)
    expect(new Set(codes).size).toBe(codes.length)
  })
})

describe("what cannot be a verb's arguments", () => {
  it('is refused without being walked to its end', () => {
    let deep: unknown = 1
    for (let i = 0; i < 50_000; i++) deep = { a: deep }
    expect(codeOf(attempt('lin', 'claim-hours', claimed, deep))).toBe('verb.bad-arguments')
    const loop: Record<string, unknown> = {}
    loop['a'] = loop
    expect(codeOf(attempt('lin', 'claim-hours', claimed, loop))).toBe('verb.bad-arguments')
  })
  it('nor is a verb nobody knows, or a version from the future', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'claim', ''])
      expect(codeOf(attempt('lin', name, claimed, {}))).toBe('verb.unknown')
    for (const version of [0, -1, 2, 1.5, NaN])
      expect(codeOf(attempt('lin', 'claim-hours', claimed, CLAIM, { version }))).toBe('verb.unknown')
  })
})

describe('arguments written for an older version', () => {
  const verb = {
    version: 3,
    args: z.strictObject({ row: z.string(), hours: z.string(), note: z.string() }),
    lift: {
      1: (a: Readonly<Record<string, unknown>>) => ({ ...a, note: '' }),
      2: (a: Readonly<Record<string, unknown>>) => ({ row: a['row'], hours: String(a['amount']), note: a['note'] }),
    },
  }
  it('are lifted step by step to what the verb takes now', () => {
    expect(readArguments(verb, 1, { row: 'r', amount: 4 })).toEqual({ is: 'read', args: { row: 'r', hours: '4', note: '' } })
    expect(readArguments(verb, 2, { row: 'r', amount: 4, note: 'n' })).toEqual({ is: 'read', args: { row: 'r', hours: '4', note: 'n' } })
    expect(readArguments(verb, 3, { row: 'r', hours: '4', note: 'n' })).toEqual({ is: 'read', args: { row: 'r', hours: '4', note: 'n' } })
  })
  it('are refused when they say nothing, or come from a version nobody lifts', () => {
    expect(readArguments(verb, 1, null)).toMatchObject({ is: 'refused', code: 'verb.bad-arguments' })
    expect(readArguments(verb, 2, {})).toMatchObject({ is: 'refused', code: 'verb.bad-arguments' })
    expect(readArguments({ ...verb, lift: {} }, 1, { row: 'r' })).toMatchObject({ is: 'refused', code: 'verb.unknown' })
  })
})

describe('what nobody sees in a text', () => {
  const titled = (title: string, organiser = '') => attempt('lin', 'claim-hours', dossier('lin', CENTRAL), { ...CLAIM, title, organiser })

  it('does not get into a record: zero-width characters and marks that turn the reading are left out', () => {
    const outcome = titled('研\u200b修\u202e2026\u2066', '\ufeff本校')
    const facts = 'document' in outcome ? [...outcome.document.rows.values()].flatMap((r) => r.facts) : []
    expect(facts.find((f) => f.what === 'claimed')).toMatchObject({ title: '研修2026', organiser: '本校' })
  })

  it('is no title by itself', () => {
    expect(codeOf(titled('\u200b\u200d\ufeff'))).toBe('verb.bad-arguments')
    // Letters that show nothing, line separators, control characters beyond ASCII, and the unshown second alphabet.
    for (const blank of ['\u3164', '\u2800 \u115f', '\uffa0\u2028\u0085', '\u{e0041}\u{e0042}\u{e007f}'])
      expect(codeOf(titled(blank)), JSON.stringify(blank)).toBe('verb.bad-arguments')
  })

  it('a rare character and the mark that chooses its shape stay as they are', () => {
    const outcome = titled('䶮\u{20bb7}葛\u{e0100}·龘')
    const facts = 'document' in outcome ? [...outcome.document.rows.values()].flatMap((r) => r.facts) : []
    expect(facts.find((f) => f.what === 'claimed')).toMatchObject({ title: '䶮\u{20bb7}葛\u{e0100}·龘' })
  })
})
