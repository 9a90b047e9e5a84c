// What the verbs of certificates and 定期注册 need in the matrix: each time another day, so that nothing is there already.

import { done, dossier, type Case, type Place } from './matrix-cases.ts'

let days = 0
const day = (): string => new Date(Date.UTC(2000, 0, 1) + (days += 1) * 86_400_000).toISOString().slice(0, 10)
const certificate = (): Record<string, unknown> => ({ kind: 'primary', subject: null, heldSince: day(), until: null, lastDigits: null })
const registered = (): Record<string, unknown> => {
  const on = day()
  return { kind: 'regular', conclusion: 'put-off', registeredOn: on, from: on, until: on }
}
const held = (p: Place): Promise<string> => done(p.officer, dossier(p), 'record-certificate', certificate())

export const registrationCases: readonly Case[] = [
  { verb: 'record-certificate', kind: 'teacher', ready: (p) => Promise.resolve({ subject: dossier(p), args: certificate() }) },
  {
    verb: 'record-registration',
    kind: 'teacher',
    ready: async (p) => {
      await held(p)
      return { subject: dossier(p), args: registered() }
    },
  },
  {
    verb: 'record-qualification',
    kind: 'teacher',
    ready: (p) => Promise.resolve({ subject: dossier(p), args: { code: 'double', since: day(), until: null, detail: '' } }),
  },
  {
    verb: 'strike-record',
    kind: 'teacher',
    ready: async (p) => ({ subject: dossier(p), args: { row: await held(p), reason: '登记有误' } }),
  },
]
