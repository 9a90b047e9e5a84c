// What the district is asked about 年审: no document says who signs, how long a 公示 lasts, how many are sampled.

import { z } from 'zod/mini'
import { cited, share } from '../policy/cited.ts'

export const REVIEW_SETTINGS = {
  /** Whose signature a 汇总表 needs: to be confirmed, both are taken meanwhile. */
  reviewSigner: cited(z.enum(['principal', 'officer'])),
  reviewPublicDays: cited(z.int().check(z.gte(1), z.lte(60))),
  reviewSampleShare: cited(share),
}
