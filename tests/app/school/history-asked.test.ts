// 历史学时异议 waits at one desk at a time: the school's first, the district's once somebody objects to the answer.
import { describe, expect, it } from 'vitest'
import { historyAsked } from '../../../src/app/school/history-asked.ts'
import type { Document } from '../../../src/domain/document.ts'
import type { Dossier } from '../../../src/domain/dossier.ts'
import { done } from '../../domain/verbs/scene.ts'
import { withObjection } from '../../domain/history/who-may.ts'

describe('an objection to hours of past years', () => {
  const { doc, row } = withObjection()
  const asked = (document: Document, of: 'school' | 'district') => historyAsked(document as Dossier, of)
  const kept = done('wu', 'answer-objection', doc, { row, amount: null, reason: '证书如此' })
  const again = done('tao', 'object-history', kept, { opening: null, again: row, reason: '证书在我手上' })

  it('stands on the school’s page until the school has answered', () => {
    expect(asked(doc, 'school')).toHaveLength(1)
    expect(asked(doc, 'district')).toEqual([])
    expect([...asked(kept, 'school'), ...asked(kept, 'district')]).toEqual([])
  })

  it('stands on the district’s first page, with its reason, once the teacher asks the district', () => {
    expect(asked(again, 'school')).toEqual([])
    expect(asked(again, 'district')).toMatchObject([{ person: 'tao', reason: '证书在我手上' }])
  })
})
