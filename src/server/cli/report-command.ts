// report NAME [SCHOOL]: any report of the domain, as the pages and GET /api/reports/:name answer it. Further words 'name=value' are
// the report's own arguments.

import { z } from 'zod/mini'
import { schoolAndBelow } from '../../domain/reference.ts'
import { REPORTS, reportNamed } from '../../domain/reports/register.ts'
import { momentOf } from '../clock.ts'
import { withServer } from '../door/door.ts'
import { runReportOn } from '../reports/run-report.ts'
import { badReportWords, reportNames } from '../text/cli.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'
import { daysTyped } from './days.ts'
import { schoolTyped } from './places.ts'

/** Which argument is unknown or wrong. */
function wrongArgument(error: z.core.$ZodError): string {
  const [issue] = error.issues
  return issue?.code === 'unrecognized_keys' ? issue.keys.join('、') : (issue?.path.join('.') ?? '')
}

export async function report(command: InDistrict): Promise<Answer> {
  const { args, db, references, district, clock } = command
  const [, name, ...more] = args.words
  const asked = name === undefined ? null : reportNamed(name)
  if (asked === null) return cannot(reportNames(Object.keys(REPORTS)))
  const days = daysTyped(command)
  if ('wrong' in days) return cannot(days.wrong)
  const typed = more.find((word) => !word.includes('='))
  const found = typed === undefined ? null : await schoolTyped(command, typed)
  if (found?.is === 'no') return cannot(found.words)
  const read = z.safeParse(
    asked.args,
    Object.fromEntries(more.filter((word) => word.includes('=')).map((word) => word.split(/=(.*)/s).slice(0, 2))),
  )
  if (!read.success) return cannot(badReportWords(asked.name, wrongArgument(read.error)))
  const school = found?.school.id ?? null
  const answer = await withServer(db, { district: district.id, person: '' }, async (tx) => {
    const at = await references.read(tx, district.id)
    return runReportOn(tx, at, {
      report: asked,
      args: read.data,
      ...days,
      today: momentOf(clock()).day,
      schools: school === null ? null : schoolAndBelow(at.reference.schools, school),
    })
  })
  const json = { ...days, school, answer }
  return answered([JSON.stringify(json, null, 2)], json)
}
