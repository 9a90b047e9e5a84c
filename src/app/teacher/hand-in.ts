// Handing in a rescue file: what the text is, sending it in parts within the bounds of a request, and one line of words for each
// op. An interrupted hand-in is begun again from the start: ops already taken are known by their ids.

import { firstBatch } from '../../sync/batch.ts'
import { tell } from '../../sync/ask.ts'
import { SignedOp } from '../../wire/op.ts'
import { RESCUE_FILE, RESCUE_VERSION, RescueAnswer, RescueFile } from '../../wire/rescue.ts'
import type { OpResult } from '../../wire/result.ts'
import { MOST_OPS } from '../../wire/sync.ts'
import { opWords } from '../text/ops.ts'
import { refusalWords } from '../text/refusals.ts'
import { syncWords } from '../text/sync-page.ts'
import { aboutOp } from './op-about.ts'

const words = syncWords.handIn

export type RescueRead =
  { readonly is: 'rescue'; readonly ops: readonly SignedOp[]; readonly unreadable: number } | { readonly is: 'no'; readonly words: string }

export function readRescue(text: string): RescueRead {
  const said = jsonIn(text)
  const version =
    typeof said === 'object' && said !== null && 'file' in said && said.file === RESCUE_FILE && 'version' in said ? said.version : null
  if (typeof version === 'number' && version > RESCUE_VERSION) return { is: 'no', words: words.newer }
  const file = RescueFile.safeParse(said)
  if (!file.success) return { is: 'no', words: words.notOne }
  const ops: SignedOp[] = []
  for (const raw of file.data.ops) {
    const op = SignedOp.safeParse(raw)
    if (op.success) ops.push(op.data)
  }
  const unreadable = file.data.ops.length - ops.length
  return file.data.ops.length === 0 ? { is: 'no', words: words.empty } : { is: 'rescue', ops, unreadable }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export interface HandedLine {
  readonly op: string
  readonly title: string
  readonly words: string
  /** It has arrived: now, or already before. */
  readonly taken: boolean
}

export interface HandedIn {
  readonly lines: readonly HandedLine[]
  /** Why it stopped before the end; null when all of it was answered. */
  readonly stopped: string | null
}

/** What is said of the content of a request, whatever was in it: one op may be all that is wrong with it. The head is none of that. */
const unreadable = (code: string): boolean => /^(json|body)\./.test(code) && code !== 'body.unknown-encoding'

const UNREADABLE: OpResult = { is: 'refused', code: 'op.malformed', field: null }

export async function handIn(ops: readonly SignedOp[]): Promise<HandedIn> {
  const lines: HandedLine[] = []
  let left = [...ops]
  let most = MOST_OPS
  while (left.length > 0) {
    const part = firstBatch(left, most)
    const said = await tell('/api/rescue', { file: RESCUE_FILE, version: RESCUE_VERSION, ops: part }, RescueAnswer)
    if (said.is === 'not-connected') return { lines, stopped: words.offline }
    // One that makes the whole request unreadable must not keep the others out: it is found by halves and left out.
    if (said.is === 'problem' && unreadable(said.code)) {
      most = Math.ceil(part.length / 2)
      if (part.length > 1) continue
      lines.push(...part.map((op) => lineOf(op, UNREADABLE)))
      left = left.slice(1)
      most = MOST_OPS
      continue
    }
    if (said.is === 'problem') return { lines, stopped: said.status >= 500 ? words.failed : refusalWords(said.code) }
    const results = new Map(said.answer.results.map(({ op, result }) => [op, result]))
    lines.push(...part.map((op) => lineOf(op, results.get(op.content.op))))
    left = left.slice(part.length)
    most = MOST_OPS
  }
  return { lines, stopped: null }
}

function lineOf({ content }: SignedOp, result: OpResult | undefined): HandedLine {
  const taken = result !== undefined && (result.is === 'applied' || result.is === 'noop' || result.is === 'adjusted')
  return { op: content.op, title: opWords(content.verb, aboutOp(content.args)), words: wordsOf(result), taken }
}

const carried: Readonly<Record<string, string>> = words.refused

const wordsOf = (result: OpResult | undefined): string =>
  result === undefined
    ? words.states.none
    : result.is === 'refused'
      ? (carried[result.code] ?? refusalWords(result.code))
      : words.states[result.is]
