// Words that tables use for 级别 and 形式, and the codes they stand for. A word that is not here is null: the reader then says so.

import type { Level, Mode } from '../../../domain/dossier.ts'

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\u3000]/g, '')
    .replace(/[(（].*[)）]$/, '')

const LEVEL_PATTERNS: readonly (readonly [RegExp, Level])[] = [
  [/^(国培(计划)?|国家级?(培训)?)$/, 'nation'],
  [/^(市培|市级(培训)?|省培|省级(培训)?|省市级|市级及以上|重庆市级?)$/, 'city'],
  [/^(区培|区级(培训)?|区县级?(培训)?|县培|县级(培训)?|区本(培训)?)$/, 'district'],
  [/^(片区(研修|培训)?|片培|学区|集团|教育集团)$/, 'area'],
  [/^(校本(研修|培训)?|校级(培训)?|校培|园本(研修|培训)?|园级|学校)$/, 'school'],
  [/^(自主(研修|学习|培训)?|个人(自主|研修)?|自学)$/, 'self'],
]
const MODE_PATTERNS: readonly (readonly [RegExp, Mode])[] = [
  [/^(混合(式|研修|培训)?|线上线下(结合|混合)?|面授加网络|线上\+线下)$/, 'blended'],
  [/^(集中(面授|培训|研修)?|面授|线下(培训|研修|集中)?|现场(培训)?|面对面)$/, 'face-to-face'],
  [/^(网络(研修|培训)?|远程(培训|研修)?|线上(培训|研修)?|在线(学习|培训)?|网上)$/, 'online'],
  [/^(跟岗(研修|学习)?|影子(培训|研修)?|顶岗)$/, 'placement'],
  [/^(校本(研修|培训)?|园本(研修|培训)?)$/, 'school-based'],
  [/^(其他|其它)$/, 'other'],
]

export const levelOf = (text: string): Level | null => LEVEL_PATTERNS.find(([p]) => p.test(bare(text)))?.[1] ?? null
export const modeOf = (text: string): Mode | null => MODE_PATTERNS.find(([p]) => p.test(bare(text)))?.[1] ?? null

/** The level that a title or a file's name speaks of; null where it names none or several. */
export function levelInTitle(text: string): Level | null {
  const found = new Set<Level>()
  for (const [word, level] of [
    [/国培|国家级/, 'nation'],
    [/市培|市级|省级/, 'city'],
    [/区培|区级|区县级|全区/, 'district'],
    [/片区/, 'area'],
    [/校本|园本/, 'school'],
  ] as const)
    if (word.test(text)) found.add(level)
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}
