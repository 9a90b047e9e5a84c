import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import { emptyDocument, type Row } from '../../../src/domain/document.ts'
import { rightsOver, type Right } from '../../../src/domain/permissions.ts'
import { VERB_NAMES, VERBS } from '../../../src/domain/verbs/all-verbs.ts'
import type { VerbName } from '../../../src/domain/verbs/register.ts'
import {
  accept,
  ACTIVITY,
  attempt,
  baseOf,
  CENTRAL,
  CLAIM,
  codeOf,
  districtFile,
  done,
  dossier,
  id,
  IDENTITY,
  nextOp,
  POINT,
  REFERENCE,
  schoolFile,
  TODAY,
  TRAINING,
  withClaim,
  type Who,
} from './scene.ts'
import { OF_NOUNS, type WhoMay } from './who-may-nouns.ts'

/** Everybody who could stand before the dossier of a teacher at the teaching point, or before the 中心校's file. */
const EVERYBODY: readonly Who[] = ['tao', 'lin', 'wu', 'zhou', 'he', 'du', 'an', 'auditor', 'outsider']

const claimed = () => withClaim('tao', POINT)
const recognised = () => {
  const { doc, row } = claimed()
  const op = nextOp()
  return { doc: done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), op }), row, op }
}
const asked = () => {
  const { doc, row } = recognised()
  const request = nextOp()
  return { doc: done('tao', 'request-correction', doc, { row, reason: '少了' }, { op: request }), row, request }
}
const answered = () => {
  const { doc, row, request } = asked()
  const answer = nextOp()
  return {
    doc: done('wu', 'answer-correction', doc, { row, request, hours: null, reason: '已核' }, { base: baseOf(doc, row), op: answer }),
    row,
    answer,
  }
}
const paused = () => {
  const row = nextOp()
  return { doc: done('wu', 'begin-pause', dossier('tao', POINT), { kind: 'sick', from: '2026-01-01', until: null }, { op: row }), row }
}
const withRole = (role: string) => {
  const row = nextOp()
  return { doc: done('an', 'grant-role', schoolFile(CENTRAL), { ...ROLE, role }, { op: row }), row }
}
const ROLE = { person: 'new', personName: '新人', role: 'officer', from: '2026-03-01', to: null }
const ACT = {
  title: '备课',
  organiser: '',
  level: 'school',
  mode: 'school-based',
  tags: [],
  project: null,
  first: '2026-03-05',
  last: '2026-03-05',
  hours: '3',
  way: 'roster',
  expected: [],
  absent: [],
}
const PLACE = { name: '新校', code: '1', kind: 'primary', place: 'town', stage: 'primary', parent: null }
const opened = () => done('du', 'open-school', schoolFile(CENTRAL), { ...PLACE, from: '2025-09-01' })
const active = () => {
  const row = nextOp()
  return { doc: done('wu', 'register-activity', schoolFile(CENTRAL), ACT, { op: row }), row }
}

/** For every verb a situation in which it takes effect, and by hand who may: the delicate part of the product. */
const TABLE: Record<VerbName, WhoMay> = {
  ...OF_NOUNS,
  'claim-hours': { may: ['tao'], make: () => ({ doc: dossier('tao', POINT), args: CLAIM }) },
  'amend-claim': {
    may: ['tao'],
    make: () => {
      const { doc, row } = claimed()
      return { doc, args: { row, ...TRAINING, evidence: [], lateReason: null } }
    },
  },
  'withdraw-claim': {
    may: ['tao'],
    make: () => {
      const { doc, row } = claimed()
      return { doc, args: { row } }
    },
  },
  'accept-claim': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = claimed()
      return { doc, args: accept(row), base: baseOf(doc, row) }
    },
  },
  'return-claim': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = claimed()
      return { doc, args: { row, reason: '缺证明' }, base: baseOf(doc, row) }
    },
  },
  'revoke-decision': {
    may: ['wu'],
    make: () => {
      const { doc, row, op } = recognised()
      return { doc, args: { row, decision: op } }
    },
  },
  'request-correction': {
    may: ['tao'],
    make: () => {
      const { doc, row } = recognised()
      return { doc, args: { row, reason: '少了' } }
    },
  },
  'answer-correction': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row, request } = asked()
      return { doc, args: { row, request, hours: null, reason: '已核' }, base: baseOf(doc, row) }
    },
  },
  'appeal-correction': {
    may: ['tao'],
    make: () => {
      const { doc, row, answer } = answered()
      return { doc, args: { row, answer, reason: '还是少了' } }
    },
  },
  'reverse-entry': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = recognised()
      return { doc, args: { row, reason: '重复' }, base: baseOf(doc, row) }
    },
  },
  'grant-hours': {
    may: ['wu', 'du'],
    make: () => ({ doc: dossier('tao', POINT), args: { activity: ACTIVITY, hours: null, attendance: null, result: null } }),
  },
  'record-for': {
    may: ['wu', 'du'],
    make: () => ({ doc: dossier('tao', POINT), args: { ...TRAINING, evidence: [], lateReason: null, originalSeen: true } }),
  },
  'see-originals': {
    may: ['wu', 'zhou', 'du'],
    make: () => {
      const { doc, row } = claimed()
      return { doc, args: { rows: [row], note: '' } }
    },
  },
  'enrol-person': {
    may: ['wu', 'du', 'an'],
    make: () => ({
      doc: emptyDocument<Row>({ kind: 'teacher', id: id('tao') }),
      args: { identity: IDENTITY, home: { row: nextOp(), school: POINT, from: '2025-09-01' } },
    }),
  },
  'correct-person': {
    may: ['wu', 'du', 'an'],
    make: () => ({ doc: dossier('tao', POINT), args: { changes: { subject: '数学' }, reason: '转科' } }),
  },
  'start-post': {
    may: ['wu', 'du', 'an'],
    make: () => ({ doc: dossier('tao', POINT), args: { school: CENTRAL, kind: 'rotation', from: '2026-03-01' } }),
  },
  'end-post': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const row = nextOp()
      return {
        doc: done('wu', 'start-post', dossier('tao', POINT), { school: CENTRAL, kind: 'rotation', from: '2026-01-01' }, { op: row }),
        args: { row, to: '2026-03-01', reason: 'returned', note: '' },
      }
    },
  },
  'begin-pause': { may: ['wu', 'du', 'an'], make: () => ({ doc: dossier('tao', POINT), args: { kind: 'sick', from: null, until: null } }) },
  'end-pause': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const { doc, row } = paused()
      return { doc, args: { row, from: null, to: '2026-02-01' } }
    },
  },
  'cancel-pause': {
    may: ['wu', 'du', 'an'],
    make: () => {
      const { doc, row } = paused()
      return { doc, args: { row, reason: '错' } }
    },
  },
  'open-school': { may: ['du', 'an'], make: () => ({ doc: schoolFile(CENTRAL), args: { ...PLACE, from: '2025-09-01' } }) },
  'change-school': { may: ['du', 'an'], make: () => ({ doc: opened(), args: { changes: { name: '改名' } } }) },
  'close-school': {
    may: ['du', 'an'],
    make: () => ({
      doc: done('du', 'open-school', schoolFile('gone' as typeof CENTRAL), { ...PLACE, from: '2025-09-01' }),
      args: { to: '2026-03-31', reason: '布局调整' },
    }),
  },
  'grant-role': { may: ['zhou', 'du', 'an'], make: () => ({ doc: schoolFile(CENTRAL), args: ROLE }) },
  'end-role': {
    may: ['zhou', 'du', 'an'],
    make: () => {
      const { doc, row } = withRole('officer')
      return { doc, args: { row, to: '2026-03-31' } }
    },
  },
  'register-activity': { may: ['wu', 'du'], make: () => ({ doc: schoolFile(CENTRAL), args: ACT }) },
  'cancel-activity': {
    may: ['wu', 'du'],
    make: () => {
      const { doc, row } = active()
      return { doc, args: { row, reason: '停电' } }
    },
  },
  'join-activity': {
    may: ['wu', 'du'],
    make: () => {
      const { doc, row } = active()
      return { doc, args: { row, titles: ['集体备课'] } }
    },
  },
  'set-setting': {
    may: ['du', 'an'],
    make: () => ({ doc: districtFile(), args: { key: 'yearStart', value: '07-01', from: '2026-01-01', source: '函' } }),
  },
}

describe.each(VERB_NAMES)('%s', (verb) => {
  const { may, make } = TABLE[verb]
  it.each(EVERYBODY.map((who) => [who, may.includes(who) ? 'may' : 'may not'] as const))('%s %s', (who, whether) => {
    const { doc, args, base } = make()
    const outcome = attempt(who, verb, doc, args, { base: base ?? null })
    if (whether === 'may') expect(outcome.is).toBe('applied')
    else expect(outcome.is).toBe('refused')
  })

  it('is open exactly to the rights it declares', () => {
    const { doc, args, base } = make()
    const named = VERBS[verb].scopeFrom?.(args, doc) ?? null
    for (const who of EVERYBODY) {
      const rights: ReadonlySet<Right> = rightsOver(id(who), doc, REFERENCE, TODAY, named)
      const declared = VERBS[verb].who.some((r) => rights.has(r))
      const code = codeOf(attempt(who, verb, doc, args, { base: base ?? null }))
      if (!declared) expect([who, code]).toEqual([who, 'verb.not-allowed'])
      else expect([who, code]).not.toEqual([who, 'verb.not-allowed'])
    }
  })

  it("does not answer in someone's name whose role has ended", () => {
    const { doc, args, base } = make()
    const reference = { ...REFERENCE, roles: REFERENCE.roles.map((r) => ({ ...r, to: day('2026-03-09') })) }
    for (const who of EVERYBODY) {
      if (who === 'tao') continue
      expect([who, codeOf(attempt(who, verb, doc, args, { base: base ?? null, reference }))]).toEqual([who, 'verb.not-allowed'])
    }
  })

  it('is not for another kind of document', () => {
    const elsewhere = VERBS[verb].subject.includes('teacher') ? schoolFile(CENTRAL) : dossier('tao', POINT)
    expect(codeOf(attempt('du', verb, elsewhere, {}))).toBe('verb.wrong-subject')
  })
})

describe('rights', () => {
  it('end with the post: the former school no longer reaches the dossier', () => {
    const doc = done('du', 'start-post', dossier('lin', CENTRAL), { school: 'other', kind: 'home', from: '2026-03-10' })
    expect([...rightsOver(id('wu'), doc, REFERENCE, TODAY)]).toEqual([])
    expect([...rightsOver(id('he'), doc, REFERENCE, TODAY)]).toEqual(['school-officer'])
  })
  it('are not made by anything an op carries', () => {
    const doc = dossier('tao', POINT)
    expect(codeOf(attempt('outsider', 'accept-claim', doc, { ...accept(nextOp()), role: 'district-officer' }))).not.toBe('applied')
  })
})
