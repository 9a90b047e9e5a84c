// A small 十五五 pack of 渝中区 as a district would publish it: one target for 2030, nothing else.

let versions = 0

export function packText(over: Record<string, unknown> = {}): string {
  return JSON.stringify({
    id: 'yuzhong-15',
    version: `2026-${String((versions += 1))}`,
    scope: { kind: 'district', code: '500103', name: '渝中区' },
    parent: 'yuzhong',
    published: '2026-03-10',
    planEnds: '2030-12-31',
    levels: [],
    rules: [],
    questions: [],
    settings: {},
    words: {},
    parts: {
      indicators: [
        {
          id: 'yz-backbone-2030',
          title: '市区级骨干教师',
          group: 'tiers',
          unit: 'people',
          source: { document: '渝中区十五五规划', number: null, quote: '市区级骨干教师达到1300人' },
          mark: 'stated',
          numerator: { of: 'titles', who: {}, population: 'yz-backbone', as: 'held' },
          denominator: null,
          start: null,
          target: { least: '1300', most: null, over: false, words: '1300人', fuzzy: false },
          by: '2030-12-31',
          beside: [],
        },
      ],
    },
    ...over,
  })
}
