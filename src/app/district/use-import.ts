// useImport(): one import from choosing a file to undoing it. The file stays in this page and travels with every dry run; nothing is
// written before `confirm`. A confirmation whose answer was lost is looked up, never sent blindly again.

import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { z } from 'zod/mini'
import type { SchoolId } from '../../domain/ids.ts'
import { askFor, tell, type Asked } from '../../sync/ask.ts'
import type { ConfirmAnswer, ImportBatch, ImportColumn, RosterAnswer, RowAnswer, TableKind, UndoAnswer } from '../../wire/import.ts'
import { district } from '../text/district.ts'
import { importWords as words } from '../text/district-import.ts'
import { refusalWords } from '../text/refusals.ts'
import { fileAsBase64 } from './file-base64.ts'

const MOST_BYTES = 20 * 1024 * 1024
/** Twenty megabytes over a slow line, and a table of thousands read and compared. */
const READING_MS = 180_000
const LOOK_AGAIN_MS = 3_000
const LOOKS = 40

const RosterSaid = z.looseObject({ is: z.enum(['refused', 'not-a-roster', 'planned']) }) as unknown as z.ZodMiniType<RosterAnswer>
const BatchSaid = z.looseObject({
  id: z.string(),
  state: z.string(),
  totals: z.looseObject({}),
  findings: z.array(z.looseObject({})),
  lines: z.array(z.looseObject({})),
}) as unknown as z.ZodMiniType<ImportBatch>
const ConfirmSaid = z.looseObject({ added: z.int(), refused: z.array(z.looseObject({})) }) as unknown as z.ZodMiniType<ConfirmAnswer>
export const UndoSaid = z.looseObject({ undone: z.int() }) as unknown as z.ZodMiniType<UndoAnswer>

export type ImportStep = 'choose' | 'reading' | 'refused' | 'map' | 'planned' | 'writing' | 'done' | 'undoing' | 'undone'

/** What the importer put right by hand before reading again. */
export interface Putting {
  readonly mapping?: Readonly<Record<string, string>>
  readonly headingRow?: number
  readonly sheet?: string
  readonly answers?: readonly RowAnswer[]
  readonly about?: Readonly<Record<string, string>>
}

export interface Import {
  readonly step: Readonly<Ref<ImportStep>>
  readonly trouble: Readonly<Ref<string | null>>
  readonly fileName: ComputedRef<string | null>
  /** The last dry run; null before the first. */
  readonly answer: Readonly<ShallowRef<RosterAnswer | null>>
  readonly batch: ComputedRef<ImportBatch | null>
  readonly columns: ComputedRef<readonly ImportColumn[]>
  readonly outcome: Readonly<ShallowRef<ConfirmAnswer | null>>
  readonly undonePeople: Readonly<Ref<number>>
  /** Why it was not taken back, or not whole. */
  readonly left: Readonly<Ref<UndoAnswer | null>>
  choose(file: File, school: SchoolId | null, kind?: TableKind | null): Promise<void>
  readAgain(putting: Putting): Promise<void>
  confirm(onlyGood: boolean, roles: readonly { row: number; role: 'principal' | 'officer' }[]): Promise<void>
  /** `rest`: leaves standing what cannot be taken back. */
  undo(rest?: boolean): Promise<void>
  startAgain(): void
}

export function useImport(): Import {
  const step = ref<ImportStep>('choose')
  const trouble = ref<string | null>(null)
  const file = shallowRef<{ name: string; text: string; school: SchoolId | null; kind: TableKind | null } | null>(null)
  const answer = shallowRef<RosterAnswer | null>(null)
  const outcome = shallowRef<ConfirmAnswer | null>(null)
  const undonePeople = ref(0)
  const left = ref<UndoAnswer | null>(null)
  let put: Putting = {}
  const batch = computed(() => (answer.value?.is === 'planned' ? answer.value.batch : null))

  async function choose(chosen: File, school: SchoolId | null, kind: TableKind | null = null): Promise<void> {
    trouble.value = chosen.size > MOST_BYTES ? words.tooLarge : null
    if (trouble.value !== null) return
    step.value = 'reading'
    file.value = { name: chosen.name, text: await fileAsBase64(chosen), school, kind }
    answer.value = null
    put = {}
    await send('choose')
  }
  async function readAgain(putting: Putting): Promise<void> {
    const before = step.value
    put = { ...put, ...putting }
    step.value = 'reading'
    await send(before)
  }
  async function send(before: ImportStep): Promise<void> {
    const { value: sent } = file
    if (sent === null) return
    trouble.value = null
    const replaces = batch.value === null ? {} : { replaces: batch.value.id }
    const said = await tell(
      '/api/import/rosters',
      {
        fileName: sent.name,
        file: sent.text,
        school: sent.school,
        ...(sent.kind === null ? {} : { kind: sent.kind }),
        ...put,
        ...replaces,
      },
      RosterSaid,
      { mostWaitMs: READING_MS },
    )
    if (said.is !== 'answer') {
      trouble.value = problemOf(said)
      step.value = before
      return
    }
    answer.value = said.answer
    step.value = said.answer.is === 'refused' ? 'refused' : said.answer.is === 'not-a-roster' ? 'map' : 'planned'
  }

  async function confirm(onlyGood: boolean, roles: readonly { row: number; role: 'principal' | 'officer' }[]): Promise<void> {
    const planned = batch.value
    if (planned === null) return
    trouble.value = null
    step.value = 'writing'
    const said = await tell(`/api/import/rosters/${planned.id}/confirm`, { onlyGood, roles }, ConfirmSaid)
    const done = said.is === 'answer' ? said.answer : said.is === 'not-connected' ? await lookedUp(planned.id) : null
    if (done !== null) {
      outcome.value = done
      step.value = 'done'
      return
    }
    trouble.value = said.is === 'answer' ? null : problemOf(said)
    step.value = 'planned'
  }
  /** Whether a confirmation whose answer was lost took effect; null when it did not, or nobody can be asked. */
  async function lookedUp(id: string): Promise<ConfirmAnswer | null> {
    for (let look = 0; look < LOOKS; look += 1) {
      const said = await askFor(`/api/import/rosters/${id}`, BatchSaid)
      if (said.is === 'answer' && said.answer.state === 'applied') return said.answer.outcome
      if (said.is === 'problem' || (said.is === 'answer' && said.answer.state !== 'applying')) return null
      await new Promise((resolve) => {
        setTimeout(resolve, LOOK_AGAIN_MS)
      })
    }
    return null
  }
  async function undo(rest = false): Promise<void> {
    const applied = batch.value
    if (applied === null) return
    trouble.value = null
    step.value = 'undoing'
    const said = await tell(`/api/import/rosters/${applied.id}/undo`, rest ? { rest } : {}, UndoSaid)
    left.value = said.is === 'answer' && (said.answer.left ?? []).length > 0 ? said.answer : null
    if (said.is === 'answer') undonePeople.value = said.answer.undone
    else trouble.value = problemOf(said)
    step.value = said.is === 'answer' && (left.value === null || rest) ? 'undone' : 'done'
  }
  function startAgain(): void {
    file.value = null
    answer.value = null
    outcome.value = null
    trouble.value = null
    left.value = null
    step.value = 'choose'
  }
  return {
    step,
    trouble,
    answer,
    batch,
    outcome,
    undonePeople,
    left,
    choose,
    readAgain,
    confirm,
    undo,
    startAgain,
    fileName: computed(() => file.value?.name ?? null),
    columns: computed(() =>
      answer.value?.is === 'not-a-roster' ? answer.value.columns : answer.value?.is === 'planned' ? answer.value.batch.columns : [],
    ),
  }
}

/** Why the server did not do it, in words. */
export function problemOf(said: Exclude<Asked<unknown>, { is: 'answer' }>): string {
  if (said.is === 'not-connected') return district.online.notConnected
  return (words.problems as Readonly<Record<string, string>>)[said.code] ?? refusalWords(said.code)
}
