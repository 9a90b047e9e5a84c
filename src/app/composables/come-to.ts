// useComeTo(name): a part of a long page that a link asked for (?at=rotation) is shown first. Put what it answers on the part as `ref`.

import { nextTick, onMounted, ref, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { reportFailure } from '../shell/failure.ts'

export function useComeTo(name: string): Ref<{ readonly $el: HTMLElement } | undefined> {
  const part = ref<{ readonly $el: HTMLElement }>()
  const route = useRoute()
  onMounted(() => {
    if (route.query['at'] === name)
      nextTick(() => {
        part.value?.$el.scrollIntoView({ block: 'start' })
      }).catch(reportFailure)
  })
  return part
}
