// A picture from outside, drawn anew: what it is goes by its first bytes, never by what it is called; bounded in pixels; nothing
// of the camera's notes (place, device) stays. Null for whatever is no picture.

const MOST_PIXELS = 40_000_000
const MOST_SIDE = 1600

export type PictureKind = 'jpeg' | 'png' | 'webp'

function pictureKind(bytes: Buffer): PictureKind | null {
  if (bytes.length < 16) return null
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null
}

/** JPEG, upright, at most 1600 px a side. */
export async function drawnAnew(bytes: Buffer): Promise<Buffer | null> {
  const kind = pictureKind(bytes)
  if (kind === null) return null
  // Loaded with the first picture: a third of the work of a start and 28 MB, which most days nobody needs.
  const { default: sharp } = await import('sharp')
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false })
    // The first bytes may lie about the rest.
    if ((await image.metadata()).format !== kind) return null
    return await image
      .rotate()
      .resize(MOST_SIDE, MOST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    // Whatever the decoder says of it: it cannot be read as a picture.
    return null
  }
}
