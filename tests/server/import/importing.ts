// Somebody at a desk who imports through the real routes, as tests tell it: a sample by name or rows as typed, a dry run, confirming, undoing.

import { writeSheets } from '../../../src/server/sheets/write-sheets.ts'
import type { ConfirmAnswer, ImportBatch, RosterAnswer } from '../../../src/wire/import.ts'
import type { Device } from '../../journeys/world.ts'
import { sampleBytes } from './reading-samples.ts'

export type Planned = Extract<RosterAnswer, { is: 'planned' }>

export class Importing {
  readonly device: Device
  constructor(device: Device) {
    this.device = device
  }
  post(path: string, body: unknown): Promise<Response> {
    return this.device.fetch(path, { method: 'POST', body: JSON.stringify(body) })
  }
  async answer(fileName: string, bytes: Uint8Array, more: Record<string, unknown> = {}): Promise<RosterAnswer> {
    const response = await this.post('/api/import/rosters', {
      fileName,
      file: Buffer.from(bytes).toString('base64'),
      school: null,
      ...more,
    })
    if (response.status !== 200) throw new Error(`${String(response.status)} ${await response.text()}`)
    return (await response.json()) as RosterAnswer
  }
  async plan(fileName: string, more: Record<string, unknown> = {}, bytes: Uint8Array = sampleBytes(fileName)): Promise<Planned> {
    const answer = await this.answer(fileName, bytes, more)
    if (answer.is !== 'planned') throw new Error(JSON.stringify(answer).slice(0, 300))
    return answer
  }
  async typed(
    rows: readonly (readonly (string | number | null)[])[],
    more: Record<string, unknown> = {},
    name = '历年学时.xlsx',
  ): Promise<Planned> {
    const [heading = [], ...rest] = rows
    return this.plan(
      name,
      more,
      await writeSheets([{ name: '表', heading: heading.map(String), widths: heading.map(() => 12), rows: rest.map((r) => [...r]) }]),
    )
  }
  confirm(batch: Pick<ImportBatch, 'id'>, onlyGood = false): Promise<Response> {
    return this.post(`/api/import/rosters/${batch.id}/confirm`, { onlyGood, roles: [] })
  }
  async confirmed(batch: Pick<ImportBatch, 'id'>, onlyGood = false): Promise<ConfirmAnswer> {
    const response = await this.confirm(batch, onlyGood)
    if (response.status !== 200) throw new Error(`${String(response.status)} ${await response.text()}`)
    return (await response.json()) as ConfirmAnswer
  }
  undo(batch: Pick<ImportBatch, 'id'>): Promise<Response> {
    return this.post(`/api/import/rosters/${batch.id}/undo`, {})
  }
}

export const errorCodes = (p: Planned): string[] => p.batch.findings.filter((f) => f.severity === 'error').map((f) => f.code)
