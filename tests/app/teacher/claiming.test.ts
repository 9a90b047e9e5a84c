// 登记学时 as data: what is still missing, what is offered, what goes into the verb, and what it is opened with.
import { describe, expect, it } from 'vitest'
import {
  argsOf,
  blankClaim,
  formOfArgs,
  formOfEntry,
  missingFields,
  trainingOf,
  type ClaimForm,
} from '../../../src/app/teacher/claim-form.ts'
import { claimSource } from '../../../src/app/teacher/claim-source.ts'
import { claimDrafts } from '../../../src/app/teacher/draft-list.ts'
import { decidesWords } from '../../../src/app/teacher/desk-words.ts'
import { suggestionsFor } from '../../../src/app/teacher/suggestions.ts'
import { day } from '../../../src/domain/day.ts'
import { tenths } from '../../../src/domain/hours.ts'
import type { OpId, PersonId, RowId } from '../../../src/domain/ids.ts'
import type { ActivityInfo } from '../../../src/domain/reference.ts'
import { runVerb } from '../../../src/domain/verbs/register.ts'
import { shortHash } from '../../../src/wire/canonical.ts'
import { teacher, type Given } from '../../domain/evaluate/people.ts'
import { HOME, reference, TODAY, viewOf } from './view-of.ts'

const filled: ClaimForm = { ...blankClaim(TODAY), title: ' 课堂观察 ', level: 'district', mode: 'face-to-face', hours: '4.5', credits: '1' }
const entriesOf = (entries: readonly Given[]) => viewOf(teacher({ entries })).entries.map((one) => one.entry)
const uuid = '00000000-0000-7000-8000-000000000001'

describe('the form', () => {
  it('an empty one says everything that is missing, in the order it is asked', () => {
    expect(missingFields(blankClaim(TODAY))).toEqual(['title', 'level', 'mode', 'hours'])
    expect(missingFields({ ...filled, first: '', credits: 'two' })).toEqual(['first', 'credits'])
  })

  it('several days must be in order; one day has no last one to get wrong', () => {
    expect(missingFields({ ...filled, severalDays: true, first: '2026-11-03', last: '2026-11-01' })).toEqual(['last'])
    expect(missingFields({ ...filled, first: '2026-11-03', last: '2026-11-01' })).toEqual([])
  })

  it('can be looked at before it has a name, and not before it has hours', () => {
    expect(trainingOf({ ...filled, title: '' })).toMatchObject({ hours: tenths(45), first: TODAY, last: TODAY })
    expect(trainingOf({ ...filled, hours: null })).toBeNull()
  })

  it('what it hands to the verb is taken by the verb', () => {
    const dossier = teacher()
    const subject = dossier.subject
    const outcome = runVerb(
      'claim-hours',
      1,
      dossier,
      { ...argsOf(filled, false), replaces: null },
      {
        op: uuid as OpId,
        actor: { id: 'p-qin' as PersonId, name: '覃丽莎' },
        subject,
        today: TODAY,
        minute: '09:00',
        saidAt: `${TODAY}T09:00`,
        reference: reference(),
        base: null,
        hash: shortHash,
      },
    )
    expect(outcome.is).toBe('applied')
  })

  it('补登原因 goes along only where it is late', () => {
    const form = { ...filled, lateReason: '证书才发' }
    expect([argsOf(form, true)['lateReason'], argsOf(form, false)['lateReason']]).toEqual(['证书才发', null])
  })

  it('an entry, and a refused op, come back into the form as they were', () => {
    const [entry] = entriesOf([
      { as: 'returned', first: '2026-10-01', on: '2026-10-03', hours: '12', credits: '1.5', training: { title: '区培' } },
    ])
    if (entry === undefined) throw new Error('no entry')
    const form = formOfEntry(entry)
    expect(form).toMatchObject({ first: '2026-10-01', last: '2026-10-03', severalDays: true, hours: '12', credits: '1.5' })
    expect(formOfArgs({ ...argsOf(form, false) }, TODAY)).toEqual({ ...form, lateReason: '' })
  })
})

describe('what the form is opened with', () => {
  const ask = { row: null, like: null, answers: null, today: TODAY }

  it('a returned claim is amended, a recognised one is not, an unknown one is said to be gone', () => {
    const entries = entriesOf([
      { id: 'back', as: 'returned' },
      { id: 'done', as: 'accepted' },
      { id: 'roster', as: 'granted' },
    ])
    expect(claimSource({ ...ask, row: 'back', entries })).toMatchObject({ is: 'found', source: { row: 'back', draft: 'amend:back' } })
    expect(claimSource({ ...ask, row: 'done', entries }).is).toBe('not-amendable')
    expect(claimSource({ ...ask, row: 'roster', entries }).is).toBe('not-amendable')
    expect(claimSource({ ...ask, row: 'nowhere', entries }).is).toBe('gone')
  })

  it('one like another is new: its own day, no evidence, no activity', () => {
    const entries = entriesOf([{ id: 'done', as: 'accepted', on: '2026-03-01', training: { activity: uuid as RowId } }])
    expect(claimSource({ ...ask, like: 'done', entries })).toMatchObject({
      is: 'found',
      source: { row: null, start: { first: TODAY, last: TODAY, activity: null, evidence: [] } },
    })
  })

  it('a refused amendment is made anew as an amendment of the same row, and answers the refusal', () => {
    const answers = { op: 'op-1', verb: 'amend-claim', args: { row: 'back', title: '改过的' }, why: null, field: null }
    expect(claimSource({ ...ask, answers, entries: [] })).toMatchObject({
      is: 'found',
      source: { row: 'back', replaces: 'op-1', start: { title: '改过的' } },
    })
  })

  it('what was recognised meanwhile is not amended after all: the way on is a correction', () => {
    const answers = { op: 'op-1', verb: 'amend-claim', args: { row: 'done', title: '改过的' }, why: null, field: null }
    expect(claimSource({ ...ask, answers, entries: entriesOf([{ id: 'done', as: 'accepted' }]) })).toEqual({
      is: 'not-amendable',
      row: 'done',
    })
  })

  it('drafts are found again: the open form, what was kept of a refusal once, and nothing that is no claim', () => {
    const savedAt = Date.UTC(2026, 10, 20)
    const drafts = claimDrafts([
      { key: 'claim', value: { title: ' 没填完 ' }, savedAt },
      { key: 'refused:op-1', value: { verb: 'claim-hours', args: { title: '留着' } }, savedAt },
      { key: 'refused:op-2', value: { verb: 'claim-hours', args: {} }, savedAt },
      { key: 'redo:op-2', value: { title: '正在改' }, savedAt },
      { key: 'refused:op-3', value: { verb: 'accept-claim', args: {} }, savedAt },
    ])
    expect(drafts.map(({ title, to }) => [title, to])).toEqual([
      ['没填完', '/claim'],
      ['留着', '/claim?answers=op-1'],
      ['正在改', '/claim?answers=op-2'],
    ])
  })
})

describe('suggestions', () => {
  const activity = (id: string, title: string, last: string, more: Partial<ActivityInfo> = {}): ActivityInfo => ({
    id: id as RowId,
    at: { kind: 'school', id: HOME },
    title,
    titles: [],
    organiser: '江岸小学',
    level: 'school',
    mode: 'school-based',
    tags: [],
    project: null,
    first: day(last),
    last: day(last),
    hours: tenths(40),
    way: 'claims',
    ...more,
  })
  const offer = (activities: ActivityInfo[], entries: readonly Given[] = [], typed = '') =>
    suggestionsFor(reference(activities), entriesOf(entries), [HOME], TODAY, typed).map((one) => one.title)

  it('the school’s recent activities come first, then one’s own titles, each once', () => {
    const own: Given[] = [
      { as: 'accepted', on: '2026-03-01', training: { title: '区语文教研' } },
      { as: 'claimed', on: '2026-04-01', training: { title: '区语文教研' } },
    ]
    expect(offer([activity('a', '赛课观摩', '2026-11-18'), activity('b', '作业设计', '2026-11-01')], own)).toEqual([
      '赛课观摩',
      '作业设计',
      '区语文教研',
    ])
  })

  it('an activity already claimed or granted, one of another school, and one long past are not offered', () => {
    const other = activity('c', '外校活动', '2026-11-10', { at: { kind: 'school', id: 'other' as never } })
    const mine: Given[] = [{ as: 'granted', on: '2026-11-18', training: { title: '赛课观摩', activity: 'a' as RowId } }]
    expect(offer([activity('a', '赛课观摩', '2026-11-18'), other, activity('d', '去年的', '2025-11-01')], mine)).toEqual([])
  })

  it('typing narrows them, and what is typed already is not offered again', () => {
    const list = [activity('a', '赛课观摩', '2026-11-18'), activity('b', '作业设计', '2026-11-01')]
    expect(offer(list, [], '作业')).toEqual(['作业设计'])
    expect(offer(list, [], '作业设计')).toEqual([])
  })

  it('an own title never brings its day along', () => {
    const [one] = suggestionsFor(reference(), entriesOf([{ as: 'accepted', on: '2026-03-01' }]), [HOME], TODAY, '')
    expect(one?.fill.first).toBeUndefined()
  })
})

describe('who decides, in words', () => {
  it('names the school, then the district’s own training body', () => {
    expect(decidesWords(['school', 'district'], teacher(), reference(), TODAY)).toBe('交后由学校初审、渝中区教师进修学院认定。')
    expect(decidesWords(['school'], teacher(), reference(), TODAY)).toBe('交后由学校认定。')
  })

  it('the officer’s own claim goes to the district, and says so', () => {
    expect(decidesWords(['school'], teacher({ id: 'shan' }), reference(), TODAY)).toBe('交后由渝中区教师进修学院认定。')
  })
})
