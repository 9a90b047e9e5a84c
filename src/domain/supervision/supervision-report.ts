// The supervision file: for each school of compulsory education and for the district, as of a day, every figure asked, with the names
// behind it and what is missing to reach it. Part-cycle teachers are shown both ways until the district decides. Schools in order
// of their names; nobody is ranked.

import { z } from 'zod/mini'
import type { Day } from '../day.ts'
import type { Stage } from '../dossier.ts'
import { notCountedBecause } from '../evaluate/bearer.ts'
import { readFiveYears } from '../evaluate/standing.ts'
import type { Tenths } from '../hours.ts'
import type { PersonId, SchoolId } from '../ids.ts'
import { homePost, personOf, postsOf } from '../person.ts'
import type { SchoolInfo } from '../reference.ts'
import { defineReport } from '../reports/report.ts'
import { rotationReport } from '../rotation/report.ts'
import type { ShareVerdict } from '../rotation/share-verdict.ts'
import { askedForCertificate, certificatesOf, certifiedOn } from '../registration/certificate.ts'
import { belongsOn } from '../rotation/populations.ts'
import { pupilsOn, type Pupils } from '../tiers/pupils.ts'
import { spreadOf } from './spread.ts'

export interface Named {
  readonly person: PersonId
  readonly name: string
}

/** Someone who keeps the hours' share from being whole: short of the hours, or nobody can say. */
export interface Short extends Named {
  readonly is: 'unmet' | 'undetermined'
  readonly short: Tenths
  /** Met when the requirement is taken by the time worked: the district has not decided. */
  readonly metByTime: boolean
}

export interface SchoolFile {
  readonly school: SchoolId
  readonly name: string
  readonly stage: Stage
  /** 应计 people on the day; `met` whole, `metByTime` when part-cycle teachers are taken by time. */
  readonly counted: number
  readonly met: number
  readonly metByTime: number
  readonly short: readonly Short[]
  /** 专任 teachers, those with a certificate in force, and those of whom nothing is recorded. */
  readonly teachers: number
  readonly certified: number
  readonly uncertified: readonly Named[]
  readonly backbone: readonly Named[]
  readonly pupils: Pupils | null
}

export interface SupervisionAnswer {
  readonly schools: readonly SchoolFile[]
  /** The district's shares of rotation this school year; empty for a school, whose people are no share of anything. */
  readonly shares: readonly ShareVerdict[]
  readonly names: Readonly<Record<string, string>>
  /** 差异系数 in thousandths by stage, and schools whose pupils nobody counted. */
  readonly spreads: readonly {
    readonly stage: Stage
    readonly thousandths: number | null
    readonly schools: number
    readonly withoutPupils: readonly string[]
  }[]
  /** Nobody of the district has a certificate recorded: the share says nothing. */
  readonly certificatesKept: boolean
  /** Which titles are 县级以上骨干 is not confirmed by the district. */
  readonly backboneOpen: boolean
}

interface Sums {
  counted: number
  met: number
  metByTime: number
  teachers: number
  certified: number
  readonly short: Short[]
  readonly uncertified: Named[]
  readonly backbone: Named[]
}

interface State {
  readonly schools: ReadonlyMap<SchoolId, SchoolInfo>
  readonly sums: Map<SchoolId, Sums>
  readonly rotation: ReturnType<typeof rotationReport.start>
  certificates: number
  backboneOpen: boolean
}

const COMPULSORY: readonly Stage[] = ['primary', 'junior']
const POPULATION = 'county-backbone'
const fresh = (): Sums => ({ counted: 0, met: 0, metByTime: 0, teachers: 0, certified: 0, short: [], uncertified: [], backbone: [] })
const ofRotation = <T extends { readonly asOf: Day }>(on: T) => ({ ...on, args: { year: '' } })

export const supervisionReport = defineReport<Record<string, never>, State, SupervisionAnswer>({
  name: 'supervision',
  for: 'school-and-district',
  args: z.strictObject({}) as unknown as z.ZodMiniType<Record<string, never>>,
  kinds: ['title', 'rotation', 'appointment', 'certificate'],
  fileKinds: ['pupils', 'eligible-list'],
  standings: true,
  start: (on) => ({
    schools: new Map(on.reference.schools.filter((s) => COMPULSORY.includes(s.stage) && on.schools.includes(s.id)).map((s) => [s.id, s])),
    sums: new Map(),
    rotation: rotationReport.start(ofRotation(on)),
    certificates: 0,
    backboneOpen: false,
  }),
  add(state, one, on) {
    const { dossier, standing } = one
    rotationReport.add(state.rotation, one, ofRotation(on))
    const school = homePost(postsOf(dossier), on.asOf)?.school
    const person = personOf(dossier)
    if (school === undefined || person === null || !state.schools.has(school)) return
    const sums = state.sums.get(school) ?? fresh()
    state.sums.set(school, sums)
    const { policy } = on.reference
    const who: Named = { person: dossier.subject.id as PersonId, name: person.name }
    const backbone = belongsOn(policy, dossier, POPULATION, on.asOf)
    if (backbone === null) state.backboneOpen = true
    if (backbone === true) sums.backbone.push(who)
    if (askedForCertificate(person)) {
      sums.teachers += 1
      state.certificates += certificatesOf(dossier).length
      if (certifiedOn(dossier, on.asOf)) sums.certified += 1
      else sums.uncertified.push(who)
    }
    if (standing === null || notCountedBecause(policy, person, on.asOf).length > 0) return
    sums.counted += 1
    const five = readFiveYears(standing, policy, on.asOf)
    const metByTime = five?.ifByTime?.state === 'met' && five.missing.every((m) => m === 'part-cycle')
    if (five?.state === 'met') sums.met += 1
    if (five?.state === 'met' || metByTime) sums.metByTime += 1
    if (five?.state !== 'met')
      sums.short.push({
        ...who,
        is: five === null || five.missing.length > 0 ? 'undetermined' : 'unmet',
        short: five?.short ?? (0 as Tenths),
        metByTime,
      })
  },
  finish(state, on): SupervisionAnswer {
    const files = new Map(on.files.map((f) => [f.subject.id as string, f]))
    const schools = [...state.schools.values()].map(({ id, name, stage }): SchoolFile => {
      const file = files.get(id)
      const { short, uncertified, backbone, ...sums } = state.sums.get(id) ?? fresh()
      return {
        school: id,
        name,
        stage,
        ...sums,
        short: short.sort(needsMore),
        uncertified: uncertified.sort(byName),
        backbone: backbone.sort(byName),
        pupils: file === undefined ? null : pupilsOn(file, on.asOf),
      }
    })
    const rotation = rotationReport.finish(state.rotation, ofRotation(on))
    const spreads = COMPULSORY.map((stage) => {
      const those = schools.filter((s) => s.stage === stage)
      const known = those.flatMap((s) => (s.pupils === null ? [] : [{ people: s.backbone.length, pupils: s.pupils.count }]))
      return {
        stage,
        thousandths: known.length < those.length ? null : spreadOf(known),
        schools: those.length,
        withoutPupils: those.filter((s) => s.pupils === null).map((s) => s.name),
      }
    })
    return {
      schools: schools.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.school < b.school ? -1 : 1)),
      shares: rotation.shares.filter((s) => s.supervision),
      names: rotation.names,
      spreads,
      certificatesKept: state.certificates > 0,
      backboneOpen: state.backboneOpen,
    }
  },
})

const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'zh-CN') || (a.person < b.person ? -1 : 1)
/** Who lacks most comes first, for help; those nobody can say of come last. */
const needsMore = (a: Short, b: Short): number => (a.is === b.is ? b.short - a.short || byName(a, b) : a.is === 'unmet' ? -1 : 1)
