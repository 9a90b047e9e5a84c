// The words of other nouns' verbs and refusals, loaded once: a little after the first page, and before such a refusal is shown.

export async function nounWordsAtHand(): Promise<void> {
  await import('./nouns.ts')
}
