// What publishing a pack needs in the matrix: each time another version.
import { packText } from '../domain/policy-change/pack-text.ts'
import { district, type Case } from './matrix-cases.ts'

export const policyCases: readonly Case[] = [
  {
    verb: 'publish-pack',
    kind: 'district',
    ready: (p) => Promise.resolve({ subject: district(p), args: { pack: packText(), from: '2026-09-01', source: '渝中区十五五规划' } }),
  },
]
