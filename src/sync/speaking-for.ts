// In whose name requests go out: the person in hand, said with every request, so that the server answers none under a session that
// has meanwhile become somebody else's (another tab, a colleague who signed in before an account was opened again without a network).

let speaking: string | null = null

/** For the session store alone. */
export function speakFor(person: string | null): void {
  speaking = person
}

/** `as` instead of whoever is in hand. */
export function nameHeader(as: string | null = speaking): Record<string, string> {
  return as === null ? {} : { 'X-Yantu-Person': as }
}
