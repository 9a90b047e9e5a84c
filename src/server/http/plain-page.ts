// A page that stands by itself when the app may not open: its few words, readable on a phone, light or dark. Its style is the one
// inline style anywhere; the policy of every answer (security.ts) allows exactly this text of it, by its hash.

import { createHash } from 'node:crypto'

const STYLE =
  ':root{color-scheme:light dark}body{max-width:34em;margin:0 auto;padding:8vh 16px 32px;font:17px/1.7 -apple-system,"HarmonyOS Sans SC","MiSans","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;color:#18212c;background:#f4f6f8}' +
  'main{padding:20px;border-radius:14px;background:#fff}.brand{margin:0 0 16px;font-size:28px;font-weight:600;color:#174f9c}h1{margin:0 0 12px;font-size:20px;line-height:1.4}p{margin:0 0 12px;overflow-wrap:anywhere}p:last-child{margin:0}' +
  '@media(prefers-color-scheme:dark){body{color:#e9eef4;background:#0f141b}main{background:#19202a}.brand{color:#8db9f7}}'

export const PLAIN_STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

export function plainPage(brand: string, title: string, lines: readonly string[]): string {
  return (
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>${escape(title)}</title><style>${STYLE}</style></head>` +
    `<body><p class="brand">${escape(brand)}</p><main><h1>${escape(title)}</h1>${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</main></body></html>`
  )
}
