// usePolicyChange(): what the district is about to publish, tried on the real dossiers part by part, then published as one act a value.
// The list is a draft on this device; trying needs the network, publishing is an op like any other and works offline.

import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { z } from 'zod/mini'
import type { PersonChange } from '../../domain/policy-change/compare.ts'
import { PACK_KEY } from '../../domain/policy-change/published.ts'
import { overridden } from '../../domain/policy/merge.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import type { ActInput } from '../../storage/act.ts'
import { tell, type Asked } from '../../sync/ask.ts'
import type { PolicyPreviewAnswer } from '../../wire/policy-preview.ts'
import { useAct } from '../composables/act.ts'
import { useDraft } from '../composables/draft.ts'
import { useSession } from '../stores/session.ts'

export interface Change {
  readonly key: string
  readonly value: string
  readonly from: string
  readonly source: string
}

export interface Trial {
  readonly on: string
  readonly people: number
  readonly done: number
  readonly was: Readonly<Record<string, number>>
  readonly will: Readonly<Record<string, number>>
  readonly moved: readonly PersonChange[]
  readonly finished: boolean
  /** Of which changes: another list has to be tried again. */
  readonly of: string
}

export interface PolicyChange {
  readonly changes: ComputedRef<readonly Change[]>
  readonly trial: ShallowRef<Trial | null>
  readonly trouble: Ref<'not-connected' | string | null>
  readonly trying: Ref<boolean>
  readonly tried: ComputedRef<boolean>
  put(change: Change): void
  drop(key: string): void
  tryOut(): Promise<void>
  stop(): void
  publish(): Promise<number>
}

const Answer = z.custom<PolicyPreviewAnswer>((v) => typeof v === 'object' && v !== null && 'next' in v && 'changes' in v)
const PART_WAIT_MS = 60_000

/** True when the policy can read the value. */
export const fitsPolicy = (policy: Policy, change: Change): boolean =>
  change.key === PACK_KEY || overridden(policy.settings, change) !== null

const added = (to: Readonly<Record<string, number>>, more: Readonly<Record<string, number | undefined>>): Record<string, number> =>
  Object.entries(more).reduce<Record<string, number>>((sum, [key, n]) => ({ ...sum, [key]: (sum[key] ?? 0) + (n ?? 0) }), { ...to })

const withPart = (so: Trial | null, { on, people, done, next, was, will, changes }: PolicyPreviewAnswer, of: string): Trial => ({
  on,
  people,
  done,
  was: added(so?.was ?? {}, was),
  will: added(so?.will ?? {}, will),
  moved: [...(so?.moved ?? []), ...changes],
  finished: next === null,
  of,
})

export function usePolicyChange(): PolicyChange {
  const session = useSession()
  const { act } = useAct()
  const draft = useDraft<{ list: Change[] }>('policy-change', () => ({ list: [] }))
  const trial = shallowRef<Trial | null>(null)
  const trouble = ref<string | null>(null)
  const trying = ref(false)
  const changes = computed(() => draft.value.value.list)
  const same = computed(() => JSON.stringify(changes.value))
  let turn = 0

  async function tryOut(): Promise<void> {
    turn += 1
    const mine = turn
    const of = same.value
    trying.value = true
    trouble.value = null
    trial.value = null
    let after: string | null = null
    do {
      const said: Asked<PolicyPreviewAnswer> = await tell('/api/policy/preview', { changes: changes.value, after }, Answer, {
        mostWaitMs: PART_WAIT_MS,
      })
      if (mine !== turn) return
      if (said.is !== 'answer') {
        trouble.value = said.is === 'problem' ? said.code : 'not-connected'
        break
      }
      trial.value = withPart(trial.value, said.answer, of)
      after = said.answer.next
    } while (after !== null)
    trying.value = false
  }
  const input = ({ key, value, from, source }: Change): ActInput => ({
    verb: key === PACK_KEY ? 'publish-pack' : 'set-setting',
    subject: { kind: 'district', id: session.info?.district.id as never },
    args: key === PACK_KEY ? { pack: value, from, source } : { key, value, from, source },
  })
  /** How many took; the first that did not stays in the list with what follows, and says why. */
  async function publish(): Promise<number> {
    let taken = 0
    for (const change of [...changes.value]) {
      const acted = await act(input(change))
      if (acted.is !== 'saved' && acted.is !== 'noop') {
        trouble.value = acted.is === 'refused' ? acted.code : acted.is === 'failed' ? acted.reason : acted.is
        break
      }
      taken += 1
      draft.value.value.list = draft.value.value.list.filter((one) => one.key !== change.key)
    }
    trial.value = null
    return taken
  }

  return {
    changes,
    trial,
    trouble,
    trying,
    tried: computed(() => trial.value?.finished === true && trial.value.of === same.value),
    put: (change) => {
      draft.value.value.list = [...draft.value.value.list.filter((one) => one.key !== change.key), change]
    },
    drop: (key) => {
      draft.value.value.list = draft.value.value.list.filter((one) => one.key !== key)
    },
    tryOut,
    publish,
    stop: () => {
      turn += 1
      trying.value = false
    },
  }
}
