// 国内培训 in the national register: the codes of 培训方式, and which of our forms is sent as which. The codes are the register's own;
// which form is which is ours where the register's words do not decide, and marked so.

import type { Mode } from '../../dossier.ts'
import type { RegisterMode } from '../../papers/register-mode.ts'
import { NATIONAL_REGISTER, OURS } from './sources.ts'

const item = (mode: Mode, code: string, name: string, sure: boolean): RegisterMode => ({
  id: mode,
  mode,
  code,
  name,
  source: sure ? NATIONAL_REGISTER() : OURS(),
  mark: sure ? 'national' : 'assumed',
  ...(sure ? {} : { question: '这种形式上报全国系统时算哪一种培训方式？暂按所列。' }),
})

export const nationalRegister: { registerModes: RegisterMode[] } = {
  registerModes: [
    item('face-to-face', '2', '短期面授', true),
    item('online', '3', '网络', true),
    item('blended', '4', '混合', true),
    item('placement', '9', '其他', false),
    item('school-based', '9', '其他', false),
    item('other', '9', '其他', true),
  ],
}
