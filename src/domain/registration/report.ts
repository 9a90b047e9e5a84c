// The report `registration`, of a school or the district on a day: whose registration is due in the months of notice, whose is over,
// who was never registered, who has no certificate on record, and 持证, 学历 and 双师型 as numbers with their own denominators.
// It reads no hours: what is missing for each is worked out where the dossier is (a page of the person, of the school).

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { Stage } from '../dossier.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import { defineReport } from '../reports/report.ts'
import { askedForCertificate, certifiedOn } from './certificate.ts'
import { EDUCATIONS, qualificationsOn, type QualificationCode } from './qualification.ts'
import { noticeMonths, registrationDays, type RegistrationState } from './standing.ts'

export interface RegistrationLine {
  readonly person: PersonId
  readonly name: string
  readonly school: SchoolId
  readonly state: RegistrationState
  readonly until: Day | null
}

/** So many of so many, in whole numbers; the denominator says itself what it is. */
export interface Part {
  readonly key: string
  readonly part: number
  readonly whole: number
}

export interface RegistrationAnswer {
  readonly notice: number
  /** Everyone on the roll who is 专任 (or not said to be anything else). */
  readonly teachers: number
  readonly states: Readonly<Record<RegistrationState, number>>
  /** Due, over and put off, earliest last day first. */
  readonly due: readonly RegistrationLine[]
  readonly never: readonly RegistrationLine[]
  readonly uncertified: readonly RegistrationLine[]
  /** Whether anything of the kind is on record at all: without, a share says nothing. */
  readonly recorded: { readonly certificates: boolean; readonly qualifications: boolean }
  /** 持证 of all 专任, and by stage. */
  readonly certified: readonly Part[]
  readonly education: readonly Part[]
  /** 双师型 of all 中职 teachers, and of those who teach a trade: two shares, never one. */
  readonly double: readonly Part[]
}

interface Counted {
  part: number
  whole: number
}
interface State {
  readonly lines: RegistrationLine[]
  readonly states: Record<RegistrationState, number>
  readonly certified: Map<string, Counted>
  readonly education: Map<string, number>
  double: { all: Counted; specialists: Counted }
  teachers: number
  certificates: boolean
  qualifications: boolean
  uncertified: Set<string>
}

const add = (map: Map<string, Counted>, key: string, yes: boolean): void => {
  const c = map.get(key) ?? { part: 0, whole: 0 }
  map.set(key, { part: c.part + (yes ? 1 : 0), whole: c.whole + 1 })
}

export const registrationReport = defineReport<Record<string, never>, State, RegistrationAnswer>({
  name: 'registration',
  for: 'school-and-district',
  args: z.object({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: ['certificate', 'registration', 'qualification'],
  fileKinds: [],
  standings: false,

  start: () => ({
    lines: [],
    states: { 'in-force': 0, due: 0, over: 0, 'put-off': 0, never: 0, 'no-certificate': 0 },
    certified: new Map(),
    education: new Map(),
    double: { all: { part: 0, whole: 0 }, specialists: { part: 0, whole: 0 } },
    teachers: 0,
    certificates: false,
    qualifications: false,
    uncertified: new Set(),
  }),

  add(state, { dossier }, on) {
    const person = personOf(dossier)
    const home = homePost(postsOf(dossier), on.asOf)
    if (person === null || home === null || !on.schools.includes(home.school)) return
    if (!askedForCertificate(person)) return
    const id = dossier.subject.id as PersonId
    const { state: at, last } = registrationDays(on.reference.policy, dossier, on.asOf)
    const certified = certifiedOn(dossier, on.asOf)
    const has = qualificationsOn(dossier, on.asOf)
    state.teachers += 1
    state.states[at] += 1
    state.lines.push({ person: id, name: person.name, school: home.school, state: at, until: last?.until ?? null })
    if (!certified) state.uncertified.add(id)
    state.certificates ||= certified
    state.qualifications ||= has.size > 0
    add(state.certified, 'all', certified)
    add(state.certified, person.stage, certified)
    const education = EDUCATIONS.find((e) => has.has(e)) ?? 'unknown'
    state.education.set(education, (state.education.get(education) ?? 0) + 1)
    if (person.stage === 'vocational') doubled(state, has)
  },

  finish(state, on) {
    const inOrder = [...state.lines].sort(by((l) => `${l.until ?? '~'} ${l.name} ${l.person}`))
    const of = (states: readonly RegistrationState[]): RegistrationLine[] => inOrder.filter((l) => states.includes(l.state))
    const { all, specialists } = state.double
    return {
      notice: noticeMonths(on.reference.policy, on.asOf),
      teachers: state.teachers,
      states: state.states,
      due: of(['due', 'over', 'put-off']),
      never: of(['never']),
      uncertified: inOrder.filter((l) => state.uncertified.has(l.person)),
      recorded: { certificates: state.certificates, qualifications: state.qualifications },
      certified: ['all', ...STAGE_ORDER].flatMap((key) => {
        const c = state.certified.get(key)
        return c === undefined ? [] : [{ key, ...c }]
      }),
      education: [...EDUCATIONS, 'unknown']
        .map((key) => ({ key, part: state.education.get(key) ?? 0, whole: state.teachers }))
        .filter((p) => p.part > 0),
      double:
        all.whole === 0
          ? []
          : [
              { key: 'all', ...all },
              { key: 'specialists', ...specialists },
            ],
    }
  },
})

const STAGE_ORDER: readonly Stage[] = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special', 'unknown']

function doubled(state: State, has: ReadonlySet<QualificationCode>): void {
  const yes = has.has('double') ? 1 : 0
  state.double.all = { part: state.double.all.part + yes, whole: state.double.all.whole + 1 }
  if (has.has('specialist'))
    state.double.specialists = { part: state.double.specialists.part + yes, whole: state.double.specialists.whole + 1 }
}

const by =
  <T>(key: (t: T) => string) =>
  (a: T, b: T): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
