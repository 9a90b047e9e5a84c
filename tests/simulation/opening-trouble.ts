// A browser that holds up the opening of the database or never answers it, as the page is opened or after its connection was
// lost in the middle of something: it must be said within the patience, nothing is called saved that is not, what was not sent
// can be handed in by a colleague from its second copy, and once the browser answers again everything is where it was.

import { noteInHand, rescueFromNotes } from '../../src/storage/rescue-notes.ts'
import type { SignedOp } from '../../src/wire/op.ts'
import { RESCUE_FILE, RESCUE_VERSION, RescueFile } from '../../src/wire/rescue.ts'
import type { DistrictId } from '../../src/domain/ids.ts'
import { dossierOf } from '../journeys/phones.ts'
import { PATIENT, SOON, type OpeningFault } from './opening-faults.ts'
import { claimPaper } from './paper.ts'
import type { Problems } from './problems.ts'
import type { SimPhone } from './sim-phone.ts'
import type { Story } from './steps.ts'

/** Longer than any patience here; whoever waits longer waits in silence. */
const SILENCE_MS = 20_000

export async function openingTrouble(story: Story, problems: Problems): Promise<void> {
  const { chance, figures } = story
  const phone = chance.pick(story.phones)
  if (phone === null) return
  const how: OpeningFault = chance.oneIn(2) ? 'blocked' : 'hangs'
  figures.add('steps')
  figures.add('step.opening-trouble')
  phone.takeUp()
  noteInHand(phone.notes, { person: phone.person, district: story.w.district as DistrictId })
  if (chance.oneIn(2)) await asItIsOpened(story, phone, how, problems)
  else await inTheMiddle(story, phone, how, problems)
}

async function asItIsOpened(story: Story, phone: SimPhone, how: OpeningFault, problems: Problems): Promise<void> {
  const { chance, figures } = story
  figures.add(`fault.opening-${how}`)
  const says = async (doing: Promise<string>, what: string): Promise<void> => {
    const said = await inTime(doing)
    if (said !== what) problems.add('other', `${phone.name}: an opening that is ${how} says ${said} and not ${what}`)
  }
  await says(phone.openAgainMeeting(how), `storage-${how}`)
  if (chance.oneIn(2)) await handedInWithoutIt(story, phone, problems)
  if (how === 'hangs') {
    await says(phone.tryAgain(SOON), 'storage-hangs')
    return phone.open()
  }
  phone.letGo()
  await says(phone.tryAgain(PATIENT), 'opened')
}

async function inTheMiddle({ chance, w }: Story, phone: SimPhone, how: OpeningFault, problems: Problems): Promise<void> {
  phone.planLossThen(how, chance.below(14))
  const act = chance.oneIn(2)
  const said = act
    ? (await inTime(phone.act('claim-hours', dossierOf(phone.person), claimPaper(chance))))?.is
    : (await inTime(phone.sync()))?.outcome.is
  if (!phone.meetsAtOpening) return phone.letGo()
  // A save may be on the disk before the connection is lost: then it is saved, and only then.
  if (said !== 'storage' && said !== 'failed' && !(act && said === 'saved'))
    problems.add('other', `${phone.name}: a connection lost, then ${how}, ends with ${String(said)}`)
  if (chance.oneIn(2)) {
    const again = await inTime(phone.act('claim-hours', dossierOf(phone.person), claimPaper(chance)))
    if (again?.is !== 'failed')
      problems.add('other', `${phone.name}: saved on a database that does not open: ${String(again?.is)} in ${String(w.now)}`)
  }
  if (how === 'blocked') phone.letGo()
  else await phone.restart()
}

/** The page that says it does not open offers the file; a colleague's phone hands it in, perhaps twice. */
async function handedInWithoutIt({ chance, figures, phones, server }: Story, phone: SimPhone, problems: Problems): Promise<void> {
  const file = rescueFromNotes(phone.notes, '')
  const carrier = chance.pick(phones.filter((one) => one.handset !== phone.handset))?.handset.inHand ?? null
  if (file === null || carrier === null) return
  const { ops } = RescueFile.parse(JSON.parse(file.text))
  const handIn = async (part: readonly unknown[]): Promise<number> =>
    (await server.post(carrier.device, '/api/rescue', JSON.stringify({ file: RESCUE_FILE, version: RESCUE_VERSION, ops: part }))).status
  for (let times = chance.oneIn(2) ? 2 : 1; times > 0; times -= 1) {
    const status = await handIn(ops)
    // One that nobody honest made can make all of it unreadable; then they go in one by one.
    const refused =
      status === 400 ? (await eachOf(ops, handIn)).filter(({ op, said }) => said !== 200 && !phone.poison.has(op)).map(({ op }) => op) : []
    if ((status !== 200 && status !== 400) || refused.length > 0)
      problems.add('other', `${carrier.name}: the rescue file of ${phone.name} was answered ${String(status)} ${refused.join(' ')}`)
  }
  figures.add('rescued-without-the-database', ops.length)
}

async function eachOf(
  ops: readonly unknown[],
  handIn: (part: readonly unknown[]) => Promise<number>,
): Promise<{ readonly op: string; readonly said: number }[]> {
  const answers: { op: string; said: number }[] = []
  for (const one of ops) answers.push({ op: (one as SignedOp).content.op, said: await handIn([one]) })
  return answers
}

async function inTime<T>(doing: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('waited in silence for storage that does not answer'))
    }, SILENCE_MS)
  })
  try {
    return await Promise.race([doing, silence])
  } finally {
    clearTimeout(timer)
  }
}
