// invite, reset-password: codes from the operator of the machine, who stands above nobody: whoever has the machine has the database.

import { slipForForgotten, slipsForSchool } from '../accounts/issue-slips.ts'
import { needsWord, noImporter, notJoined, resetHead, slipLine, slipsHead } from '../text/cli.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'
import { personTyped, schoolTyped } from './places.ts'
import { administrator } from './roster-command.ts'

export async function invite(command: InDistrict): Promise<Answer> {
  const typed = command.args.words[1]
  if (typed === undefined) return cannot(needsWord('学校'))
  const found = await schoolTyped(command, typed)
  if (found.is === 'no') return cannot(found.words)
  const admin = await administrator(command)
  if (admin === null) return cannot(noImporter)
  const { db, clock, references, origin, district } = command
  const answer = await slipsForSchool({ db, clock, references }, { district: district.id, school: found.school.id, madeBy: admin, origin })
  return answered(
    [slipsHead(found.school.name, answer.slips.length, answer.joined), ...answer.slips.map((s) => slipLine(s.name, s.code, s.url))],
    answer,
  )
}

/** For whom nobody else may or can do it face to face: an administrator who is the only one. */
export async function resetPassword(command: InDistrict): Promise<Answer> {
  const typed = command.args.words[1]
  if (typed === undefined) return cannot(needsWord('手机号、教师编号或姓名'))
  const found = await personTyped(command, typed)
  if (found.is === 'no') return cannot(found.words)
  const { db, clock, origin, district } = command
  const slip = await slipForForgotten({ db, clock }, { district: district.id, person: found.id, origin })
  if (slip === null) return cannot(notJoined(typed))
  return answered([resetHead, slipLine(slip.name, slip.code, slip.url)], slip)
}
