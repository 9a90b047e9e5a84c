// What a place below a school is called in that school's own lists.

import { describe, expect, it } from 'vitest'
import { shortPlace } from '../../../src/app/school/place-words.ts'

describe('the name of a 教学点 in its own 中心校', () => {
  it('drops the 中心校 before it, as people there say it', () => {
    expect(shortPlace('云坪中心校松林教学点', '云坪中心校')).toBe('松林教学点')
  })

  it('stays whole for the school itself, for another school, and where nearly nothing would be left', () => {
    expect(shortPlace('云坪中心校', '云坪中心校')).toBe('云坪中心校')
    expect(shortPlace('双江初级中学', '云坪中心校')).toBe('双江初级中学')
    expect(shortPlace('云坪中心校东', '云坪中心校')).toBe('云坪中心校东')
    expect(shortPlace('松林教学点', '')).toBe('松林教学点')
  })
})
