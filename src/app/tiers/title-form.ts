// useTitleForm(): which title someone is nominated for or awarded, as it is filled in: the rungs a district has, what each needs, and
// what is still wrong. Only rungs with the level meant are offered (`only`: a school gives titles of its own level).

import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { Policy } from '../../domain/policy/policy.ts'
import { laddersOf, rungsOf } from '../../domain/tiers/ladders.ts'
import type { Rung, TitleLevel } from '../../domain/tiers/rung.ts'
import type { TitleAs, TitleSaid } from '../../domain/tiers/title.ts'
import { tierPages, titleLevels } from '../text/tier-pages.ts'

export interface Wrong {
  readonly field: string
  readonly words: string
}

export interface TitleForm {
  readonly rung: Ref<string | undefined>
  readonly level: Ref<TitleLevel | undefined>
  readonly as: Ref<TitleAs>
  readonly subject: Ref<string>
  readonly programme: Ref<string>
  readonly chosen: ComputedRef<Rung | null>
  readonly rungs: ComputedRef<readonly { value: string; text: string; note: string }[]>
  readonly levels: ComputedRef<readonly { value: TitleLevel; text: string }[]>
  /** What is said, or what is wrong with it. `subjectLater`: of many people each has their own. */
  read(subjectLater?: boolean): { readonly said: TitleSaid } | { readonly wrong: Wrong }
}

export function useTitleForm(policy: () => Policy, start: Partial<TitleSaid>, only: TitleLevel | null = null): TitleForm {
  const rung = ref<string | undefined>(start.rung)
  const level = ref<TitleLevel | undefined>(start.level ?? undefined)
  const as = ref<TitleAs>(start.as ?? 'held')
  const subject = ref(start.subject ?? '')
  const programme = ref(start.programme ?? '')
  const offered = computed(() => rungsOf(policy()).filter((r) => only === null || r.levels.includes(only)))
  const chosen = computed(() => offered.value.find((r) => r.id === rung.value) ?? null)
  const levelsOf = (r: Rung): readonly TitleLevel[] => (only === null ? r.levels : r.levels.filter((l) => l === only))
  watch(
    chosen,
    (r) => {
      if (r === null) return
      const possible = levelsOf(r)
      if (level.value === undefined || !possible.includes(level.value)) level.value = possible.length === 1 ? possible[0] : undefined
      if (r.as !== 'either') as.value = r.as
    },
    { immediate: true },
  )
  return {
    rung,
    level,
    as,
    subject,
    programme,
    chosen,
    rungs: computed(() =>
      offered.value.map((r) => ({
        value: r.id,
        text: r.as === 'candidate' ? tierPages.candidateOf(r.name) : r.name,
        note: laddersOf(policy()).find((l) => l.id === r.ladder)?.name ?? '',
      })),
    ),
    levels: computed(() => (chosen.value === null ? [] : levelsOf(chosen.value).map((value) => ({ value, text: titleLevels[value] })))),
    read(subjectLater = false) {
      const words = tierPages.form
      const r = chosen.value
      if (r === null) return { wrong: { field: 'rung', words: words.rungWrong } }
      if (r.levels.length > 0 && level.value === undefined) return { wrong: { field: 'level', words: words.levelWrong } }
      const inSubject = subject.value.trim()
      if (r.subject && inSubject === '' && !subjectLater) return { wrong: { field: 'subject', words: words.subjectWrong } }
      return {
        said: {
          rung: r.id,
          level: r.levels.length === 0 ? null : (level.value ?? null),
          as: as.value,
          subject: inSubject === '' ? null : inSubject,
          programme: programme.value.trim() === '' ? null : programme.value.trim(),
        },
      }
    },
  }
}
