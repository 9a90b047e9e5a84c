// Importing a roster from the page: what travels, what is shown, and that a lost answer never writes twice.
import { afterEach, describe, expect, it, vi } from 'vitest'
import { answersOf, withAnswers } from '../../../src/app/district/import-answers.ts'
import { useImport } from '../../../src/app/district/use-import.ts'

interface Sent {
  readonly path: string
  readonly body: Record<string, unknown> | null
}
const planned = (id: string) => ({
  is: 'planned',
  batch: { id, state: 'planned', totals: {}, findings: [], lines: [], columns: [] },
  sheets: ['教师花名册'],
  fields: [],
  workbook: null,
})
const done = { added: 120, changed: 0, ended: 0, openedSchools: 4, roles: 2, leftOut: 0, refused: [] }

function server(answer: (sent: Sent) => unknown): Sent[] {
  const asked: Sent[] = []
  vi.stubGlobal('CompressionStream', undefined)
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    const sent = { path, body: typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : null }
    asked.push(sent)
    const said = answer(sent)
    if (said === 'lost') return Promise.reject(new TypeError('connection reset'))
    const [status, body] = Array.isArray(said) ? (said as [number, unknown]) : [200, said]
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))
  })
  return asked
}
const roster = (size = 4): File => new File([new Uint8Array(size)], '花名册.xlsx')
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a roster on the import page', () => {
  it('travels whole as base64 and comes back as a plan; nothing is confirmed by itself', async () => {
    const asked = server(() => planned('b1'))
    const page = useImport()
    await page.choose(roster(), null)
    expect(page.step.value).toBe('planned')
    expect(asked.map((a) => a.path)).toEqual(['/api/import/rosters'])
    expect(asked[0]?.body).toEqual({ fileName: '花名册.xlsx', file: 'AAAAAA==', school: null })
  })

  it('is not even sent when it is larger than the server takes', async () => {
    const asked = server(() => planned('b1'))
    const page = useImport()
    const large = roster()
    Object.defineProperty(large, 'size', { value: 21 * 1024 * 1024 })
    await page.choose(large, null)
    expect(asked).toEqual([])
    expect(page.trouble.value).toMatch(/20 MB/)
    expect(page.step.value).toBe('choose')
  })

  it('keeps what was put right before when it is read again, and replaces the earlier dry run', async () => {
    const asked = server((sent) => planned(sent.body?.['replaces'] === 'b1' ? 'b2' : 'b1'))
    const page = useImport()
    await page.choose(roster(), null)
    await page.readAgain({ mapping: { '0': 'name' } })
    await page.readAgain({ answers: [{ row: 5, is: 'new' }] })
    expect(asked[2]?.body).toMatchObject({ mapping: { '0': 'name' }, answers: [{ row: 5, is: 'new' }], replaces: 'b2' })
  })

  it('says so when the confirmation is refused, and stays where it was', async () => {
    server((sent) => (sent.path.endsWith('/confirm') ? [409, { code: 'import.out-of-date' }] : planned('b1')))
    const page = useImport()
    await page.choose(roster(), null)
    await page.confirm(false, [])
    expect(page.step.value).toBe('planned')
    expect(page.trouble.value).toMatch(/再读一遍/)
  })

  it('looks up a confirmation whose answer was lost, instead of writing again', async () => {
    const asked = server((sent) =>
      sent.path.endsWith('/confirm')
        ? 'lost'
        : sent.path.endsWith('/b1')
          ? { ...planned('b1').batch, state: 'applied', outcome: done }
          : planned('b1'),
    )
    const page = useImport()
    await page.choose(roster(), null)
    await page.confirm(true, [{ row: 4, role: 'principal' }])
    expect(page.step.value).toBe('done')
    expect(page.outcome.value?.added).toBe(120)
    expect(asked.filter((a) => a.path.endsWith('/confirm')).map((a) => a.body)).toEqual([
      { onlyGood: true, roles: [{ row: 4, role: 'principal' }] },
    ])
  })

  it('names who has gone on since when it can no longer be undone', async () => {
    const left = [{ row: 4, name: '邹䶮', words: '之后登记暂停（杜敏，2026-09-03），不能随这一批撤销。' }]
    server((sent) => (sent.path.endsWith('/undo') ? { undone: 0, others: 0, left } : sent.path.endsWith('/confirm') ? done : planned('b1')))
    const page = useImport()
    await page.choose(roster(), null)
    await page.confirm(false, [])
    await page.undo()
    expect(page.step.value).toBe('done')
    expect([page.left.value?.left, page.trouble.value]).toEqual([left, null])
  })
})

describe('answers to rows that may be somebody known', () => {
  it('travel as the same person, somebody new, or not now', () => {
    expect(answersOf({ 9: 'skip', 4: 'same:p-1', 7: 'new', 8: undefined })).toEqual([
      { row: 4, is: 'same', person: 'p-1' },
      { row: 7, is: 'new' },
      { row: 9, is: 'skip' },
    ])
  })

  it('are kept from before unless given anew', () => {
    expect(
      withAnswers(
        [
          { row: 4, is: 'new' },
          { row: 7, is: 'skip' },
        ],
        [{ row: 4, is: 'skip' }],
      ),
    ).toEqual([
      { row: 4, is: 'skip' },
      { row: 7, is: 'skip' },
    ])
  })
})
