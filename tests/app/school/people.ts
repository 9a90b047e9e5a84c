// People of a school for the tests of its pages: standings as the phone keeps them, made from real dossiers.

import { emptyDocument, type Row } from '../../../src/domain/document.ts'
import type { Dossier, Identity } from '../../../src/domain/dossier.ts'
import { standingOf } from '../../../src/domain/evaluate/standing.ts'
import type { PersonId, SchoolId } from '../../../src/domain/ids.ts'
import { policyFor } from '../../../src/domain/policy/packs/policy-for.ts'
import type { Policy } from '../../../src/domain/policy/policy.ts'
import type { StandingRecord } from '../../../src/storage/tables.ts'
import { done, IDENTITY, nextOp } from '../../domain/verbs/scene.ts'

export const POLICY: Policy = policyFor('500103') ?? none()

function none(): never {
  throw new Error('no policy')
}

export function person(n: number, more: Partial<Identity> = {}, at = 'central', from = '2024-09-01'): StandingRecord {
  const id = `p${String(n)}` as PersonId
  const empty = emptyDocument<Row>({ kind: 'teacher', id })
  const doc = done('du', 'enrol-person', empty, {
    identity: { ...IDENTITY, ...more },
    home: { row: nextOp(), school: at as SchoolId, from },
  }) as Dossier
  return { key: `teacher:${id}`, ...standingOf(POLICY, doc) }
}
