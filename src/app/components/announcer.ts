// One polite voice for the whole app: whatever must be heard is said through announce(), and AppAnnouncer.vue speaks it.
// The same words twice are heard twice.
import { readonly, ref } from 'vue'

const words = ref('')
export const spoken = readonly(words)

export function announce(text: string): void {
  words.value = words.value === text ? `${text}\u200b` : text
}
