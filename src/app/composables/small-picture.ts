// A picture as it is sent: at most 1600 px and about 300 KB of JPEG, drawn anew on a canvas, so that nothing of the camera's
// notes (place, device) goes along. Null where the browser cannot read the file as a picture.

const MOST_SIDE = 1600
const MOST_BYTES = 300 * 1024
const QUALITIES = [0.82, 0.7, 0.55, 0.4]

export async function smallPicture(file: Blob): Promise<ArrayBuffer | null> {
  const image = await drawable(file)
  if (image === null) return null
  let side = MOST_SIDE
  let smallest: Blob | null = null
  for (let round = 0; round < 3; round += 1) {
    const canvas = drawn(image, side)
    for (const quality of QUALITIES) {
      const blob = await jpeg(canvas, quality)
      if (blob === null) return null
      smallest = blob
      if (blob.size <= MOST_BYTES) return bytesOf(blob)
    }
    side = Math.round(side * 0.75)
  }
  return smallest === null ? null : bytesOf(smallest)
}

function drawable(file: Blob): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(file)
    const image = new Image()
    image.onload = () => {
      URL.revokeObjectURL(url)
      resolve(image)
    }
    image.onerror = () => {
      URL.revokeObjectURL(url)
      resolve(null)
    }
    image.src = url
  })
}

function drawn(image: HTMLImageElement, most: number): HTMLCanvasElement {
  const scale = Math.min(1, most / Math.max(image.naturalWidth, image.naturalHeight, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale))
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    // JPEG has no transparency: what was see-through becomes paper, not black.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  }
  return canvas
}

const jpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })

/** Not Blob.arrayBuffer(): that came with Safari 14. */
const bytesOf = (blob: Blob): Promise<ArrayBuffer> => new Response(blob).arrayBuffer()
