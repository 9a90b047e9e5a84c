// What an op was meant to do, in the words of who did it, for the list of what is only on this phone.

import { shallowReactive } from 'vue'
import type { CORE_VERBS } from '../../domain/verbs/core-verbs.ts'

export const verbWords: Readonly<Record<keyof typeof CORE_VERBS, string>> = {
  'claim-hours': '登记学时',
  'amend-claim': '修改登记',
  'withdraw-claim': '撤回登记',
  'accept-claim': '审核通过',
  'return-claim': '退回',
  'revoke-decision': '撤销审核',
  'request-correction': '申请更正',
  'answer-correction': '答复更正',
  'appeal-correction': '请区里再看更正',
  'reverse-entry': '冲销',
  'grant-hours': '发放学时',
  'record-for': '代录',
  'see-originals': '已验原件',
  'enrol-person': '新增教师',
  'correct-person': '更正个人信息',
  'start-post': '登记任职',
  'end-post': '结束任职',
  'begin-pause': '登记暂停',
  'end-pause': '结束暂停',
  'cancel-pause': '撤销暂停',
  'open-school': '开通学校',
  'change-school': '学校信息变更',
  'close-school': '撤并学校',
  'grant-role': '设置角色',
  'end-role': '结束角色',
  'register-activity': '登记活动',
  'cancel-activity': '取消活动',
  'join-activity': '合并活动名称',
}

const known = shallowReactive<Record<string, string>>({ ...verbWords })

/** What other nouns' acts are called, once they are loaded. */
export const bringVerbWords = (more: Readonly<Record<string, string>>): void => void Object.assign(known, more)

/** '登记学时:课堂观察工作坊' */
export function opWords(verb: string, about: string | null): string {
  const what = known[verb] ?? verb
  return about === null || about === '' ? what : `${what}：${about}`
}
