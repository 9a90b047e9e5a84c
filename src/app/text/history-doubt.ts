// What of a sum is not sure because of hours before the system, in words: on proofs, tables and workbooks. Never as 0.

import type { HistoryDoubt } from '../../domain/history/doubt.ts'
import { formatTenths } from '../../domain/hours.ts'

export const historyDoubt = {
  mark: '待核实',
  column: '备注',
  unconfirmed: '还没有核对，待核实',
  public: (hours: string): string => `${hours}（待核实）`,
  people: (n: number, hours: string): string =>
    `备注“待核实”的 ${String(n)} 人，以前的学时还没有核对：合计里有期初 ${hours} 学时没有确认，也可能还有没导入的。`,
} as const

/** One sentence for each thing that is open. */
export function doubtWords(d: HistoryDoubt): string[] {
  return [
    ...(d.openings > 0 ? [`其中期初学时 ${formatTenths(d.openings)} 学时还没有核对，待核实。`] : []),
    ...(d.vague > 0 ? [`另有 ${String(d.vague)} 条期初学时跨出这段时间，分不出这段有多少，没有列入，待核实。`] : []),
    ...(d.missing && d.openings === 0 ? ['系统启用以前的学时还没有核对，合计可能不全，待核实。'] : []),
  ]
}
