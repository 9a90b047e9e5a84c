// Words of accounts that the server itself says: at start, and the label by which someone knows their own devices.

export const firstRunLine = (code: string): string =>
  `首次使用：请在浏览器里打开上面的地址，选「建立本区」或「先看示例」，输入首次使用码 ${code}（用过即失效）`

const PLACES: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/i, '微信'],
  [/DingTalk/i, '钉钉'],
  [/QQBrowser|MQQBrowser/i, 'QQ 浏览器'],
  [/UCBrowser/i, 'UC 浏览器'],
  [/Edg\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/iPad|Tablet/i, '平板'],
  [/Mobile|Android|iPhone|HarmonyOS/i, '手机'],
]

/** 「手机 · 微信」: enough to know one's own devices by, nothing that follows anybody. */
export function deviceLabel(userAgent: string): string {
  const kind = KINDS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '电脑'
  const place = PLACES.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '浏览器'
  return `${kind} · ${place}`
}
