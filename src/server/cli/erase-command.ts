// erase: someone who left for good, or asked for it, is removed for good. Without --confirm it only says what would go.

import { sql } from 'kysely'
import { withServer } from '../door/door.ts'
import { erase as eraseNow } from '../erase/erase.ts'
import { rolesHeld } from '../erase/end-roles.ts'
import { amountsOf, sumOf, type Amounts } from '../erase/erase-person.ts'
import { mentionsOf } from '../erase/mentions.ts'
import { samePerson } from '../erase/same-person.ts'
import { rowFrom, rowsFrom } from '../store/database.ts'
import { needsWord, noTeacher, severalTeachers } from '../text/cli.ts'
import { alreadyErased, erasedLines, eraseNeedsAdmin, wouldEraseLines } from '../text/erase.ts'
import { answered, cannot, type Answer, type InDistrict } from './command.ts'

interface Someone {
  readonly id: string
  readonly name: string
  readonly number: string | null
}

export async function erase(command: InDistrict): Promise<Answer> {
  const { args, db, clock, references, district, dataFolder } = command
  const typed = args.words[1]
  if (typed === undefined) return cannot(needsWord('教师编号或姓名'))
  const found = await someoneTyped(command, typed)
  if (found.is === 'no') return cannot(found.words)
  if (found.is === 'erased') return answered([alreadyErased(found.on)], { person: typed, erasedOn: found.on, done: true })
  const { id: person, name } = found.someone
  const deps = { db, clock, references }
  if (!args.flags.has('confirm')) {
    const { people, counted, mentions } = await withServer(db, { district: district.id, person: '' }, async (tx) => {
      const all = await samePerson(tx, district.id, person)
      const each: Amounts[] = []
      for (const one of all) each.push(await amountsOf(tx, district.id, one, all))
      return { people: all, counted: sumOf(each), mentions: await mentionsOf(tx, district.id, all) }
    })
    const { signatures, ...amounts } = counted
    let roles = 0
    for (const one of people) roles += await rolesHeld(deps, district.id, one)
    const removes = { ...amounts, roles, mentions }
    return answered(wouldEraseLines(name, removes, signatures), {
      person,
      people,
      name,
      removes,
      keeps: { signatures },
      erasedOn: null,
      done: false,
    })
  }
  const done = await eraseNow(deps, dataFolder, district.id, person)
  if (done.is === 'only-admin') return cannot(eraseNeedsAdmin)
  const { signatures, ...amounts } = done.amounts
  const removed = { ...amounts, roles: done.roles, mentions: done.mentions }
  return answered(erasedLines(name, removed, signatures), {
    person,
    people: done.people,
    removed,
    keeps: { signatures },
    erasedOn: done.on,
    done: true,
  })
}

type Typed =
  | { readonly is: 'someone'; readonly someone: Someone }
  | { readonly is: 'erased'; readonly on: string }
  | { readonly is: 'no'; readonly words: string }

/** Anybody known, with a dossier or without: by 教师编号 or id, else by the whole name. */
async function someoneTyped({ db, district }: InDistrict, text: string): Promise<Typed> {
  const people = await rowsFrom(
    db,
    sql<Someone & { exact: boolean }>`
    select id, name, staff_no as number, (id = ${text} or coalesce(lower(staff_no) = lower(${text}), false)) as exact from person
    where district = ${district.id} and (id = ${text} or lower(staff_no) = lower(${text}) or name = ${text}) order by staff_no limit 20`,
  )
  const exact = people.filter((one) => one.exact)
  const found = exact.length > 0 ? exact : people
  const [someone] = found
  if (someone !== undefined)
    return found.length > 1
      ? {
          is: 'no',
          words: severalTeachers(
            text,
            found.map((one) => one.number ?? one.id),
          ),
        }
      : { is: 'someone', someone }
  const gone = await rowFrom(
    db,
    sql<{ on: string }>`select erased_on as "on" from erasure where district = ${district.id} and person = ${text}`,
  )
  return gone === null ? { is: 'no', words: noTeacher(text) } : { is: 'erased', on: gone.on }
}
