// Lines of text as a picture to send in a chat: drawn on a canvas of this phone, nothing leaves it. Black on white, whatever the theme.

import type { MonthPart } from './month-page.ts'

const WIDE = 750
const MARGIN = 48

interface Line {
  readonly text: string
  readonly size: number
  readonly bold: boolean
  readonly gap: number
}

function wrapped(context: CanvasRenderingContext2D, line: Line): Line[] {
  context.font = fontOf(line)
  const out: Line[] = []
  let text = ''
  for (const letter of line.text) {
    if (context.measureText(text + letter).width > WIDE - MARGIN * 2) {
      out.push({ ...line, text, gap: out.length === 0 ? line.gap : 0 })
      text = letter
    } else text += letter
  }
  out.push({ ...line, text, gap: out.length === 0 ? line.gap : 0 })
  return out
}

const fontOf = ({ size, bold }: Pick<Line, 'size' | 'bold'>): string =>
  `${bold ? '600 ' : ''}${String(size)}px "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`

/** A PNG as an address that an <img> can show. */
export function pictureOf(title: string, parts: readonly MonthPart[], foot: string): string {
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) return ''
  const lines: Line[] = [
    { text: title, size: 34, bold: true, gap: 0 },
    ...parts.flatMap((p): Line[] => [
      ...(p.title === null ? [] : [{ text: p.title, size: 28, bold: true, gap: 28 }]),
      ...p.lines.map((text, i) => ({ text, size: 26, bold: false, gap: i === 0 ? 12 : 6 })),
    ]),
    { text: foot, size: 20, bold: false, gap: 32 },
  ].flatMap((line) => wrapped(context, line))
  const tall = lines.reduce((sum, l) => sum + l.gap + l.size * 1.5, MARGIN * 2)
  canvas.width = WIDE
  canvas.height = Math.ceil(tall)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = '#1b2430'
  context.textBaseline = 'top'
  let y = MARGIN
  for (const line of lines) {
    y += line.gap
    context.font = fontOf(line)
    context.fillText(line.text, MARGIN, y)
    y += line.size * 1.5
  }
  return canvas.toDataURL('image/png')
}
