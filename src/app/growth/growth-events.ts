// 成长档案: everything a dossier keeps of someone's growth, by day, latest first. A view of what is recorded elsewhere; nothing is kept here.

import { appraisalItemsOf, appraisalsOf } from '../../domain/appraisal/appraisal.ts'
import type { Dossier } from '../../domain/dossier.ts'
import { lastOf, pairsOf } from '../../domain/mentoring/pair.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { membershipsOf } from '../../domain/programmes/membership.ts'
import { placesOf } from '../../domain/programmes/place.ts'
import { programmeNamed } from '../../domain/programmes/programmes.ts'
import { dutiesOf } from '../../domain/tiers/duty.ts'
import { titlesOf } from '../../domain/tiers/title.ts'
import { growthPages, leavings, pairEnds, results } from '../text/growth-pages.ts'
import { duties, titleEnds } from '../text/tier-pages.ts'
import { titleName } from '../tiers/tier-names.ts'

export interface GrowthEvent {
  readonly key: string
  readonly day: string
  readonly what: string
  readonly note: string
}

export function growthEvents(policy: Policy, dossier: Dossier, today: string): GrowthEvent[] {
  const words = growthPages.file
  const nameOf = (id: string): string => programmeNamed(policy, id)?.name ?? id
  const events: GrowthEvent[] = [
    ...titlesOf(dossier).flatMap((t) => [
      { key: t.id, day: t.from, what: words.title_(titleName(policy, t)), note: [t.subject, t.deed].filter((x) => x).join(' · ') },
      ...(t.ended === null
        ? []
        : [{ key: `${t.id} end`, day: t.ended.to, what: words.titleOver(titleName(policy, t)), note: titleEnds[t.ended.reason] }]),
    ]),
    ...dutiesOf(dossier)
      .filter((d) => !d.pair)
      .map((d) => ({ key: d.id, day: d.last, what: words.duty(duties[d.kind], d.title), note: d.place })),
    ...pairsOf(dossier).flatMap((p) => {
      const last = lastOf(p)
      return [
        {
          key: p.id,
          day: p.from,
          what: p.side === 'mentee' ? words.mentor(p.otherName) : words.mentee(p.otherName),
          note: [p.programme, growthPages.span(p.from, last)].filter((x) => x).join(' · '),
        },
        ...(p.ended === null
          ? []
          : [{ key: `${p.id} end`, day: p.ended.to, what: words.pairOver(p.otherName), note: pairEnds[p.ended.reason] }]),
      ]
    }),
    ...membershipsOf(dossier).flatMap((m) => [
      { key: m.id, day: m.from, what: words.programme(nameOf(m.programme)), note: m.place },
      ...(m.left === null
        ? []
        : [{ key: `${m.id} end`, day: m.left.to, what: words.programmeOver(nameOf(m.programme)), note: leavings[m.left.reason] }]),
    ]),
    ...placesOf(dossier)
      .filter((p) => p.is === 'given')
      .map((p) => ({ key: p.id, day: p.on, what: words.place(p.title), note: growthPages.programmes.given })),
    ...appraisalsOf(dossier).map((a) => ({
      key: a.id,
      day: a.on,
      what: words.appraisal(appraisalItemsOf(policy).find((i) => i.id === a.item)?.name ?? a.item, a.period),
      note: a.result !== null ? results[a.result] : a.count !== null ? words.times(a.count) : '',
    })),
  ]
  return events.filter((e) => e.day <= today).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.key < b.key ? 1 : -1))
}
