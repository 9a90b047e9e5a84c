// The service worker's address in the form that the server's content security policy asks for (Trusted Types, policy 'yantu').
// The policy makes exactly this one address and nothing else; browsers without Trusted Types take the text.

interface TrustedTypesLike {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): unknown }
}

const ADDRESS = '/sw.js'

export function workerAddress(): string {
  const types = (window as unknown as { trustedTypes?: TrustedTypesLike }).trustedTypes
  if (types === undefined) return ADDRESS
  // workbox-window only passes it on to `register` and reads it as text, so that it may stand where a string is asked for.
  return types.createPolicy('yantu', { createScriptURL: () => ADDRESS }).createScriptURL(ADDRESS) as string
}
