// Names for invented people: common ones and the ones that programs get wrong: rare characters, double surnames, names with a dot,
// surnames with two readings, two people of one name.

import type { Chance } from './chance.ts'

const SURNAMES = [
  ...'李王张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱覃冉谯单牟向况',
]
const GIVEN = [
  '建国',
  '秀英',
  '晓琴',
  '小红',
  '丽娟',
  '志强',
  '海燕',
  '永红',
  '明霞',
  '春梅',
  '朝阳',
  '德贵',
  '世芬',
  '光华',
  '大碧',
  '国庆',
  '婷婷',
  '雨桐',
  '子涵',
  '思源',
  '俊杰',
  '静怡',
  '欣然',
  '佳慧',
  '一鸣',
  '诗琪',
  '文博',
  '晨曦',
  '若兰',
  '向东',
  '丹',
  '敏',
  '伟',
  '超',
  '颖',
  '洁',
  '倩',
  '磊',
  '莉',
  '波',
  '霞',
  '勇',
  '玲',
  '鹏',
  '艳',
  '琳',
  '雪',
  '梅',
  '涛',
  '燕',
  '兰',
  '萍',
  '刚',
  '慧',
  '玉兰',
  '桂花',
  '长江',
  '渝生',
  '嘉陵',
  '小平',
  '兴华',
  '晓雯',
  '雅婷',
  '梓萱',
  '浩然',
  '书瑶',
  '馨月',
  '明远',
  '立新',
  '学军',
]
const UNUSUAL = [
  '邹䶮',
  '闫堃',
  '欧阳雪梅',
  '尉迟敬',
  '上官婉清',
  '阿依古丽·买买提',
  '扎西·次仁',
  '龚喆',
  '黎焱垚',
  '单小芸',
  '冉隆淼',
  '谯䒕',
  '司马相宜',
  '赵犇',
]

export interface Names {
  /** Never the same twice, but for the one pair that is meant to be. */
  next(): string
}

export function namesFrom(chance: Chance, reserved: readonly string[]): Names {
  const used = new Set(reserved)
  const unusual = [...UNUSUAL]
  let n = 0
  return {
    next() {
      n += 1
      const rare = n % 9 === 4 ? unusual.shift() : undefined
      for (;;) {
        const name = rare ?? `${chance.pick(SURNAMES)}${chance.pick(GIVEN)}`
        if (used.has(name)) continue
        used.add(name)
        return name
      }
    },
  }
}
