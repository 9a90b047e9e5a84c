// The promises, checked. During a run: nothing that was saved is ever nowhere. At rest: every save is at the server or a refusal
// its author sees, each took effect at most once, every phone equals the server restricted to what its person may hold, what is
// kept beside the rows is what they come to, and asking again moves nothing.

import { rowsOf } from '../../src/domain/document.ts'
import type { Dossier, HoursRow } from '../../src/domain/dossier.ts'
import { decidedFields, entryOf, isDecision } from '../../src/domain/entry.ts'
import { rollUpSchool, rollUpStandings } from '../../src/domain/roll-up.ts'
import { standingOf } from '../../src/domain/evaluate/standing.ts'
import type { SchoolId } from '../../src/domain/ids.ts'
import { districtRules } from '../../src/server/reference/district-rules.ts'
import { verify } from '../../src/server/store/rebuild.ts'
import { readMeta, writeMeta } from '../../src/storage/meta.ts'
import { outboxView } from '../../src/storage/outbox-view.ts'
import { closePhone, read, write } from '../../src/storage/phone.ts'
import { allStandings } from '../../src/storage/standings.ts'
import { visibleReference } from '../../src/storage/visible.ts'
import { shortHash } from '../../src/wire/canonical.ts'
import type { SyncResponse } from '../../src/wire/sync.ts'
import { todayIn } from '../journeys/phones.ts'
import { effectsOf, loggedOps, mayHold, readServer, type AtServer } from './at-server.ts'
import type { Problems } from './problems.ts'
import { SimPhone } from './sim-phone.ts'
import type { Story } from './steps.ts'

/** After every step, on the phone it happened to: each save is in the outbox (with its state), else the server has it. */
export async function keptSoFar(story: Story, phone: SimPhone, problems: Problems): Promise<void> {
  const here = new Set(await read(phone.phone, (database) => database.outbox.toCollection().primaryKeys()))
  const gone = [...phone.saved].filter((op) => !here.has(op) && !phone.poison.has(op))
  if (gone.length === 0) return
  if (excused(story, phone)) return
  const there = await loggedOps(story.w, gone)
  for (const op of gone)
    if (!there.has(op))
      problems.add(
        'lost',
        `${phone.name}: saved, and neither here nor at the server: ${op}${phone.wiped ? ' (its storage was lost once)' : ''}`,
      )
}

export async function atRest(story: Story, problems: Problems): Promise<void> {
  const server = await readServer(story.w)
  everySaveIsSomewhere(story, server, problems, await Promise.all(story.phones.map(openRefusals)))
  oncePerOp(server, problems)
  decidedBySomebodyElseWhoSawIt(server, problems)
  for (const phone of story.phones) await equalsServer(story, server, phone, problems)
  for (const difference of await verify(story.w.db, districtRules))
    problems.add('other', `beside the rows: ${difference.what} of ${difference.subject}`)
  await rollUps(story, server, problems)
  if (!story.copied && story.figures.of('clones-found') > 0)
    problems.add('other', 'a phone was taken for the copy of another, and none was')
  for (const failure of story.server.failures)
    problems.add('other', `the server failed: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`)
}

/** A phone whose storage was lost as well cannot give back what the backup lacks. */
const excused = ({ restored }: Story, { wiped }: SimPhone): boolean => restored && wiped

const openRefusals = async (phone: SimPhone): Promise<Set<string>> => {
  const shown = await read(phone.phone, outboxView)
  const chosen = await read(phone.phone, (database) => database.results.filter((one) => one.choice !== null).toArray())
  return new Set([...shown.refusals.map((one) => one.op), ...chosen.map((one) => one.op)])
}

function everySaveIsSomewhere(story: Story, server: AtServer, problems: Problems, refusals: readonly ReadonlySet<string>[]): void {
  const effects = effectsOf(server)
  const { phones, figures } = story
  phones.forEach((phone, i) => {
    for (const op of phone.saved) {
      if (phone.poison.has(op)) continue
      const logged = server.log.get(op)
      if (logged === undefined && (excused(story, phone) || (story.restored && refusals[i]?.has(op) === true))) continue
      if (logged === undefined) {
        problems.add('lost', `${phone.name}: never answered: ${op}`)
        continue
      }
      const { result, content } = logged
      figures.add(`answer.${result.is}`)
      const effective = (effects.get(op) ?? []).length > 0
      if ((result.is === 'applied' || result.is === 'adjusted') && !effective)
        problems.add('lost', `${phone.name}: ${content.verb} was confirmed and did nothing: ${op}`)
      if (result.is !== 'applied' && result.is !== 'adjusted' && effective)
        problems.add('other', `${phone.name}: ${content.verb} was answered ${result.is} and took effect: ${op}`)
      const declined = result.is === 'refused' || result.is === 'stale'
      if (declined && !phone.wiped && refusals[i]?.has(op) !== true)
        problems.add('lost', `${phone.name}: ${content.verb} was ${result.is} and nobody was shown it: ${op}`)
    }
  })
}

function oncePerOp(server: AtServer, problems: Problems): void {
  for (const [op, effects] of effectsOf(server)) {
    const places = effects.map((one) => `${one.key} ${one.row} ${String((one.fact as { what?: string }).what)}`)
    if (new Set(places).size < places.length) problems.add('doubled', `took effect twice: ${op} at ${places.join(', ')}`)
    if (new Set(effects.map((one) => one.key)).size > 1) problems.add('doubled', `took effect in two documents: ${op}`)
  }
  for (const { op, times } of server.log.values()) if (times > 1) problems.add('doubled', `two results for ${op}`)
}

function decidedBySomebodyElseWhoSawIt(server: AtServer, problems: Problems): void {
  for (const document of server.documents.values()) {
    if (document.subject.kind !== 'teacher') continue
    for (const row of document.rows.values()) {
      if (row.kind !== 'hours') continue
      const { facts } = row as HoursRow
      facts.forEach((fact, i) => {
        if (!isDecision(fact)) return
        if (fact.by === document.subject.id) problems.add('other', `decided on one's own claim: ${fact.op}`)
        const before = entryOf({ id: row.id, kind: 'hours', facts: facts.slice(0, i) })
        const base = server.log.get(fact.op)?.content.base
        // Recorded from paper by whoever decides: claim and decision are one op.
        const atOnce = facts[0]?.op === fact.op
        if (!atOnce && before !== null && base !== undefined && base !== shortHash(decidedFields(before)))
          problems.add('other', `decided on what nobody saw: ${fact.op}`)
      })
    }
  }
}

/** Incremental phone = fresh phone = database, rows and standings; and no key more or less than its person may hold. */
async function equalsServer(story: Story, server: AtServer, phone: SimPhone, problems: Problems): Promise<void> {
  const holds = await contents(phone)
  const fresh = new SimPhone(story, phone.person, phone.name)
  await fresh.signIn()
  const opened = await read(phone.phone, (database) => readMeta(database, 'opened'))
  if (opened !== undefined) await write(fresh.phone, (database) => writeMeta(database, 'opened', opened))
  const outcome = await fresh.sync('all')
  problems.same('other', `${phone.name}: a fresh phone`, outcome?.outcome.is, 'all-synced')
  const should = await contents(fresh)
  closePhone(fresh.phone)
  compare(`${phone.name} against a fresh phone`, holds, should, problems)
  const rows = new Map([...holds.keys()].map((key) => [key, server.texts.get(key) ?? '']))
  for (const [key, text] of holds)
    problems.same('missing', `${phone.name} against the database, ${key}`, text.split('\n'), rows.get(key)?.split('\n'))
  const allowed = mayHold(server, phone.person, todayIn(story.w))
  if (allowed !== null) {
    for (const key of holds.keys()) if (!allowed.includes(key)) problems.add('extra', `${phone.name} holds ${key} and may not`)
    for (const key of allowed) if (!holds.has(key)) problems.add('missing', `${phone.name} does not hold ${key}`)
  }
  const reference = await read(phone.phone, (database) => visibleReference(phone.phone, database))
  const kept = new Map((await allStandings(phone.phone)).map(({ key, ...standing }) => [key, standing]))
  if (reference === null) {
    problems.add('other', `${phone.name} has no reference data`)
    return
  }
  const poisoned = await isPoisoned(phone)
  for (const [key, document] of server.documents) {
    // What lies poisoned in the outbox is counted on its author's phone and nowhere else.
    if (!holds.has(key) || document.subject.kind !== 'teacher' || (poisoned && key === `teacher:${phone.person}`)) continue
    const standing = rowsOf(document as Dossier, 'person').length === 0 ? null : standingOf(reference.value.policy, document as Dossier)
    problems.same('other', `${phone.name}: standing of ${key}`, shortHash(kept.get(key) ?? null), shortHash(standing))
  }
  await movesNothing(phone, problems)
}

const isPoisoned = (phone: SimPhone): Promise<boolean> =>
  read(phone.phone, async (database) => (await database.outbox.where('state').equals('pending').count()) > 0)

const contents = (phone: SimPhone): Promise<Map<string, string>> =>
  read(
    phone.phone,
    async (database) =>
      new Map((await database.documents.toArray()).sort((a, b) => (a.key < b.key ? -1 : 1)).map((one) => [one.key, one.text])),
  )

function compare(who: string, holds: ReadonlyMap<string, string>, should: ReadonlyMap<string, string>, problems: Problems): void {
  for (const [key, text] of holds) {
    const other = should.get(key)
    if (other === undefined) problems.add('extra', `${who}: one document too many, ${key}`)
    else problems.same('missing', `${who}, ${key}`, text, other)
  }
  for (const key of should.keys()) if (!holds.has(key)) problems.add('missing', `${who}: without ${key}`)
}

async function movesNothing(phone: SimPhone, problems: Problems): Promise<void> {
  phone.takeUp()
  await phone.sync()
  const answer = JSON.parse(phone.lastAnswer) as SyncResponse
  const moved = {
    rows: answer.rows.length,
    documents: answer.documents.length,
    scope: answer.scope?.length ?? 0,
    reference: answer.reference !== undefined,
    results: answer.results.filter(({ op, result }) => !phone.poison.has(op) && result.is !== 'held').length,
  }
  problems.same('other', `${phone.name}: a second sync`, moved, { rows: 0, documents: 0, scope: 0, reference: false, results: 0 })
}

/** What an officer's phone adds up is what the server says, and the server says what the dossiers come to. */
async function rollUps(story: Story, server: AtServer, problems: Problems): Promise<void> {
  const today = todayIn(story.w)
  const { district, schools } = {
    district: story.phones.find((one) => story.cast.phones.some((m) => m.id === one.person && m.does === 'district')),
    schools: story.cast.schools,
  }
  for (const phone of story.phones) {
    const reference = await read(phone.phone, (database) => visibleReference(phone.phone, database))
    const held = new Set((await contents(phone)).keys())
    for (const school of schools) {
      if (reference === null || !held.has(`school:${school}`) || phone.person === district?.person || (await isPoisoned(phone))) continue
      const response = await story.server.get(phone.device, `/api/school/${school}/roll-up`)
      const said = (await response.json()) as Record<string, unknown>
      const { on: _on, ...own } = rollUpSchool(reference.value.policy, await allStandings(phone.phone), today, school as SchoolId)
      for (const [what, value] of Object.entries(own))
        problems.same('other', `${phone.name}: ${what} of a school against the server`, canonicalOf(value), canonicalOf(said[what]))
    }
  }
  if (district === undefined) return
  const reference = await read(district.phone, (database) => visibleReference(district.phone, database))
  if (reference === null) return
  const standings = [...server.documents.values()]
    .filter((one) => one.subject.kind === 'teacher' && one.rows.size > 0)
    .map((one) => standingOf(reference.value.policy, one as Dossier))
  const said = (await (await story.server.get(district.device, '/api/district/overview')).json()) as { totals: unknown }
  problems.same(
    'other',
    'the district overview against the dossiers',
    canonicalOf(said.totals),
    canonicalOf(rollUpStandings(reference.value.policy, standings, today).totals),
  )
}

const canonicalOf = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)))
