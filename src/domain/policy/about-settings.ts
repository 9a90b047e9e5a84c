// Who runs 研途 in a district, under which number, and where anybody may object: said by the district itself, shown in 关于.

import { z } from 'zod/mini'
import { cited } from './cited.ts'

const line = z.string().check(z.minLength(1), z.maxLength(120))

export const ABOUT_SETTINGS = {
  /** 主办单位 */
  operator: cited(line),
  /** 备案编号 */
  filing: cited(line),
  /** 投诉建议: a telephone number or an address */
  complaints: cited(line),
}
