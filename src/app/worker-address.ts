// The address of the service worker in the form that the server's Trusted Types rule accepts: a string that went through
// the policy `yantu`, which lets nothing else pass. Browsers without Trusted Types take the plain string. Used once.

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string }
}

const WORKER = '/sw.js'

const onlyTheWorker = (address: string): string => {
  if (address !== WORKER) throw new TypeError(`not a script of this app: ${address}`)
  return address
}

export function workerAddress(): string {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes }
  return trustedTypes?.createPolicy('yantu', { createScriptURL: onlyTheWorker }).createScriptURL(WORKER) ?? WORKER
}
