// Who may publish a pack of rules: the district's own officers and administrators.
import { districtFile } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'
import { packText } from './pack-text.ts'

export const OF_POLICY = {
  'publish-pack': {
    may: ['du', 'an'],
    make: () => ({ doc: districtFile(), args: { pack: packText(), from: '2026-03-10', source: '渝中区十五五规划' } }),
  },
} satisfies Record<string, WhoMay>
