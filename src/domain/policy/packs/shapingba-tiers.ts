// 沙坪坝区's titles. The plan names them in several places and never their order. Data only: every name and quote is the plan's.

import type { Pack } from '../policy.ts'
import { SHAPINGBA_PLAN as plan } from './sources.ts'
import { countyBackbone, ladder, population, rung } from './tier-items.ts'

const OUTSTANDING = plan('培养区级卓越教师500名、市级卓越教师100名、全国名师20名，重庆市知名校长30名，全国知名校长10名')
const SHARE = plan('区级骨干教师比率')
const HEADS = plan('建立市、区级优秀班主任工作室 20 个，培育市级优秀班主任 15 名')
const BASE = plan('重庆市杰出人才突出贡献奖、未来教育家培养对象、教书育人楷模等各级各类优秀教师 45 人')

export const shapingbaTiers: NonNullable<Pack['parts']> = {
  ladders: [
    ladder(
      'spb-teachers',
      '教师梯队',
      OUTSTANDING,
      'assumed',
      '区级骨干教师、区级卓越教师、市级卓越教师、全国名师的先后文件没有写；暂按级别由低到高。',
    ),
    ladder(
      'spb-leaders',
      '校长梯队',
      OUTSTANDING,
      'assumed',
      '重庆市知名校长、全国知名校长的先后文件没有写；暂按级别由低到高。',
      'school-leaders',
    ),
    ladder('spb-heads', '班主任', HEADS, 'stated'),
    ladder('spb-honours', '各级各类优秀教师', BASE, 'stated'),
  ],
  tiers: [
    rung('spb-teachers', 1, 'spb-backbone', '区级骨干教师', SHARE, { levels: ['district'], aliases: ['骨干教师'] }),
    rung('spb-teachers', 2, 'spb-outstanding-district', '区级卓越教师', OUTSTANDING, { levels: ['district'] }),
    rung('spb-teachers', 3, 'spb-outstanding-city', '市级卓越教师', OUTSTANDING, { levels: ['city'] }),
    rung('spb-teachers', 4, 'spb-national-master', '全国名师', OUTSTANDING, { levels: ['nation'] }),
    rung('spb-leaders', 1, 'spb-principal-city', '重庆市知名校长', OUTSTANDING, { levels: ['city'], aliases: ['市知名校长'] }),
    rung('spb-leaders', 2, 'spb-principal-nation', '全国知名校长', OUTSTANDING, { levels: ['nation'] }),
    rung('spb-heads', 1, 'spb-head-teacher', '市级优秀班主任', HEADS, { levels: ['city'], aliases: ['优秀班主任'] }),
    rung('spb-honours', 1, 'spb-future', '未来教育家', BASE, { as: 'candidate', aliases: ['未来教育家培养对象'] }),
    rung('spb-honours', 1, 'spb-contribution', '重庆市杰出人才突出贡献奖', BASE, { levels: ['city'] }),
    rung('spb-honours', 1, 'spb-model', '教书育人楷模', BASE),
  ],
  populations: [
    population(
      'spb-backbone',
      '区级骨干教师',
      ['spb-backbone'],
      SHARE,
      'stated',
      '“区级骨干教师比率”是否也计区级卓越教师和以上？文件没有写；暂只计区级骨干教师。',
    ),
    countyBackbone(['spb-backbone', 'spb-outstanding-district', 'spb-outstanding-city', 'spb-national-master']),
  ],
}
