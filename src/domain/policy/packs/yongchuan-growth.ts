// 永川区's studios and programmes. 40 studios always running is an indicator of the district's. Data only.

import type { Pack } from '../policy.ts'
import { programme, studioKind } from './growth-items.ts'
import { YONGCHUAN_OPINION as opinion } from './sources.ts'

const STUDIOS = opinion('确保常年在建学科名师、名班主任、名校长工作室 40个')

export const yongchuanGrowth = {
  studioKinds: [
    studioKind('yc-subject-master', '学科名师工作室', STUDIOS),
    studioKind('yc-head-teacher', '名班主任工作室', STUDIOS),
    studioKind('yc-principal', '名校长工作室', STUDIOS),
  ],
  programmes: [
    programme(
      'yc-three',
      '“高校+基教”三名工程',
      opinion(
        '持续推进名师、名班主任、名校长建设工程，实施“高校+基教”的“三名”工程推进策略，加强名师、名班主任、名校长培育，确保常年在建学科名师、名班主任、名校长工作室 40个，形成“一人影响一校，一校带动一片”、“区级辐射片区、学校，进而带动全区”的“三名”工作辐射推进模式',
      ),
      { aliases: ['三名工程'] },
    ),
    programme('yc-double', '卓越大学生教师双培养', opinion('全面推进高校专家受聘中小学科研副校长、卓越大学生教师双培养等'), {
      question: '双培养怎样进行、教师怎样进入？文件没有写。',
    }),
  ],
} satisfies NonNullable<Pack['parts']>
