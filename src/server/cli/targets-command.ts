// targets DISTRICT: every 规划指标 of the district as of a day, as its page shows them: figure, verdict, target, start and the plan's words;
// of a plan that is over also as of its last day.

import { planEnds } from '../../domain/targets/plan-ends.ts'
import { targetsReport, type TargetsAnswer } from '../../domain/targets/targets-report.ts'
import { asReport } from '../../domain/reports/report.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { runReportOn } from '../reports/run-report.ts'
import { needsWord, otherDistrict, TARGET_WORDS } from '../text/cli.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'
import { daysTyped } from './days.ts'

export async function targets(command: InDistrict): Promise<Answer> {
  const { args, db, references, district, clock } = command
  const typed = args.words[1]
  if (typed === undefined) return cannot(needsWord('区名或区划代码'))
  if (![district.code, district.name, district.id as string].includes(typed)) return cannot(otherDistrict(typed, district.name))
  const days = daysTyped(command)
  if ('wrong' in days) return cannot(days.wrong)
  return withServer(db, { district: district.id, person: '' }, async (tx) => {
    const at = await references.read(tx, district.id)
    const answer = (await runReportOn(tx, at, {
      report: asReport(targetsReport),
      args: {},
      ...days,
      today: momentOf(clock()).day,
      schools: null,
    })) as TargetsAnswer
    // A plan that is over by then is read as of its own last day too.
    const atEnd = new Map<
      string,
      {
        readonly asOf: string
        readonly figure: TargetsAnswer['indicators'][number]['figure']
        readonly permille: number | null
        readonly verdict: string | null
      }
    >()
    for (const end of planEnds(at.reference.policy.parts.indicators, days.asOf)) {
      const then = (await runReportOn(tx, at, {
        report: asReport(targetsReport),
        args: {},
        ...days,
        asOf: end,
        today: momentOf(clock()).day,
        schools: null,
      })) as TargetsAnswer
      const wanted = new Set(at.reference.policy.parts.indicators.filter((i) => i.by === end).map((i) => i.id))
      for (const { id, figure, permille, verdict } of then.indicators)
        if (wanted.has(id)) atEnd.set(id, { asOf: end, figure, permille, verdict })
    }
    const indicators = answer.indicators.map((on) => {
      const { title, unit, start, target, by, source, mark } = at.reference.policy.parts.indicators.find((i) => i.id === on.id) ?? {
        title: on.id,
        unit: 'count',
        start: null,
        target: null,
        by: null,
        source: null,
        mark: null,
      }
      return { ...on, title, unit, start, target, by, source, mark, atEnd: atEnd.get(on.id) ?? null }
    })
    const lines = indicators.map((i) => {
      const then =
        i.atEnd === null
          ? ''
          : `（${i.atEnd.asOf}：${figureWords(i.atEnd)}${i.atEnd.verdict === null ? '' : ` ${TARGET_WORDS[i.atEnd.verdict as keyof typeof TARGET_WORDS]}`}）`
      return `${i.title}：${figureWords(i)}${i.target === null ? '' : `，目标 ${i.target.words}`} ${i.verdict === null ? '' : TARGET_WORDS[i.verdict]}${then}`
    })
    return answered([`${district.name}（截至 ${days.asOf}）`, ...lines], {
      ...days,
      district: { code: district.code, name: district.name },
      indicators,
    })
  })
}

const figureWords = ({ figure, permille }: Pick<TargetsAnswer['indicators'][number], 'figure' | 'permille'>): string =>
  figure === null
    ? '—'
    : permille === null
      ? String(figure.has)
      : `${String(permille / 10)}%（${String(figure.has)}/${String(figure.of ?? 0)}）`
