// Which builds still agree with a server. A build is a release and what follows a plus sign ('0.1.0+3c5f0aa.1b2c3d'); only the
// release is compared, and what has none (a development build) is never too old. Ops of every release are taken and lifted for
// 24 months and more: a build that is too old hands in what it has and is then asked to update.

/** The oldest release whose phones still understand every row and rule: raised with a release, never to one younger than 24 months. */
export const OLDEST_BUILD = '0.1.0'

/** The oldest form of request that is still answered in full; of older ones only the ops are taken. */
export const OLDEST_PROTOCOL = 1

/** True when `build` is of an earlier release than `oldest`; false where either says nothing ('' or no release). */
export function isOlderBuild(build: string, oldest: string): boolean {
  const [one, other] = [releaseOf(build), releaseOf(oldest)]
  if (one === null || other === null) return false
  for (let i = 0; i < 3; i += 1) {
    const difference = (one[i] ?? 0) - (other[i] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

function releaseOf(build: string): readonly number[] | null {
  const m = /^(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[+-]|$)/.exec(build)
  return m === null ? null : [Number(m[1]), Number(m[2]), Number(m[3])]
}
