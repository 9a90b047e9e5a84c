// An answer in bulk: its JSON in one line, a line feed, and then, one right behind the other and without any quoting, the text of each
// whole document in the order of `documents`: exactly the bytes its digest is the hash of. A school's dossiers are sixty megabytes, of
// which every quoting, splitting and joining again is felt on a phone.

const LINE_FEED = 10
const BRACE = 123

export interface Parts {
  /** The answer itself. */
  readonly head: string
  readonly tail: Uint8Array
}

const NONE = new Uint8Array(0)

/** What is no JSON of ours, or has nothing behind it, is all head. */
export function partsOf(bytes: Uint8Array): Parts {
  const end = bytes[0] === BRACE ? bytes.indexOf(LINE_FEED) : -1
  const head = new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end))
  return { head, tail: end < 0 ? NONE : bytes.subarray(end + 1) }
}

/** The bytes of each document by its size; null where they are not just as many as follow. */
export function slicesOf(documents: readonly { readonly size?: number | undefined }[], tail: Uint8Array): Uint8Array[] | null {
  let at = 0
  const slices = documents.map(({ size = 0 }) => tail.subarray(at, (at += size)))
  return at === tail.length ? slices : null
}
