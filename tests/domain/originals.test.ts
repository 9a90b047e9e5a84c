import { describe, expect, it } from 'vitest'
import { day } from '../../src/domain/day.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Dossier } from '../../src/domain/dossier.ts'
import { drawOriginals, proofLines, proofOf } from '../../src/domain/originals.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import {
  accept,
  ACTIVITY,
  attempt,
  baseOf,
  CENTRAL,
  CLAIM,
  codeOf,
  done,
  dossier,
  entryIn,
  nextOp,
  OTHER,
  TODAY,
  TRAINING,
  withClaim,
} from './verbs/scene.ts'

const YEAR = { id: null, first: day('2025-09-01'), last: day('2026-08-31') }
const recognised = (evidence: readonly unknown[], n = 8): { doc: Document; row: string } => {
  const row = nextOp()
  const doc = done(
    'tao',
    'claim-hours',
    dossier('tao', CENTRAL),
    { ...CLAIM, first: `2025-10-0${String(n)}`, last: `2025-10-0${String(n)}`, evidence },
    { op: row },
  )
  return { doc: done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row) }), row }
}

describe('已验原件', () => {
  it('is said once, of many at once, by an officer and never of one’s own; it decides nothing', () => {
    const { doc, row } = withClaim('tao', CENTRAL)
    const seen = done('wu', 'see-originals', doc, { rows: [row], note: '' })
    expect(proofOf(entryIn(seen, row))).toBe('seen')
    expect(entryIn(seen, row).state).toBe('pending-school')
    expect(baseOf(seen, row)).toBe(baseOf(doc, row))
    expect(attempt('wu', 'see-originals', seen, { rows: [row], note: '' })).toEqual({ is: 'noop' })
    expect(codeOf(attempt('wu', 'see-originals', withClaim('wu', CENTRAL).doc, { rows: [row], note: '' }))).toBe('claim.own-decision')
    expect(codeOf(attempt('he', 'see-originals', doc, { rows: [row], note: '' }))).toBe('verb.not-allowed')
    expect(codeOf(attempt('wu', 'see-originals', doc, { rows: [nextOp()], note: '' }))).toBe('verb.not-allowed')
  })
  it('does not stand in the way of taking a decision back, and is over when the claim is amended', () => {
    const { doc, row } = withClaim('tao', CENTRAL)
    const op = nextOp()
    const decided = done('wu', 'accept-claim', doc, accept(row), { base: baseOf(doc, row), op })
    const seen = done('wei', 'see-originals', decided, { rows: [row], note: '' })
    expect(attempt('wu', 'revoke-decision', seen, { row, decision: op }).is).toBe('applied')
    const early = done('wu', 'see-originals', doc, { rows: [row], note: '' })
    expect(
      entryIn(done('tao', 'amend-claim', early, { row, ...TRAINING, hours: '6', evidence: [], lateReason: null }), row).original,
    ).toBeNull()
  })
})

describe('证明材料', () => {
  it('is what is there, the strongest first; a roster is proof, and nobody needs a camera', () => {
    const kinds: readonly [readonly unknown[], string][] = [
      [[], 'later'],
      [[{ is: 'later' }], 'later'],
      [[{ is: 'roster' }], 'roster'],
      [[{ is: 'paper-at-school' }], 'paper'],
      [[{ is: 'paper-at-school' }, { is: 'file', hash: 'a'.repeat(64), type: 'image/jpeg', bytes: 9 }], 'picture'],
    ]
    for (const [evidence, proof] of kinds) {
      const { doc, row } = recognised(evidence)
      expect(proofOf(entryIn(doc, row))).toBe(proof)
    }
    const row = nextOp()
    expect(
      proofOf(
        entryIn(
          done(
            'wu',
            'grant-hours',
            dossier('tao', CENTRAL),
            { activity: ACTIVITY, hours: null, attendance: null, result: null },
            { op: row },
          ),
          row,
        ),
      ),
    ).toBe('roster')
    const paper = nextOp()
    expect(
      proofOf(
        entryIn(
          done(
            'wu',
            'record-for',
            dossier('tao', CENTRAL),
            { ...TRAINING, evidence: [], lateReason: null, originalSeen: true },
            { op: paper },
          ),
          paper,
        ),
      ),
    ).toBe('seen')
  })
  it('of a school are the recognised entries of its own people in the window; the draw is the same for everybody who knows the words', () => {
    const docs = [1, 2, 3, 4, 5, 6, 7].map((n) => recognised([], n).doc as Dossier)
    const lines = proofLines(docs, [CENTRAL], YEAR, TODAY)
    expect(lines).toHaveLength(7)
    expect(proofLines(docs, [OTHER], YEAR, TODAY)).toEqual([])
    const drawn = drawOriginals(lines, 3, '三月十日', shortHash)
    expect(drawn).toHaveLength(3)
    expect(
      drawOriginals([...lines].reverse(), 3, '三月十日', shortHash)
        .map((l) => l.entry.id)
        .sort(),
    ).toEqual(drawn.map((l) => l.entry.id).sort())
    expect(drawOriginals(lines, 3, '另一句话', shortHash)).not.toEqual(drawn)
    expect(drawOriginals(lines, 99, '三月十日', shortHash)).toEqual(lines)
  })
})
