// Who may record certificates, registrations and qualifications: the school's officers and the district, never the person themselves.
import { done, dossier, nextOp, POINT } from '../verbs/scene.ts'
import type { WhoMay } from '../verbs/who-may-nouns.ts'
import { CERTIFICATE, REGISTRATION, withCertificate } from './scene.ts'

const may = ['wu', 'du', 'an'] as const

export const REGISTRATION_WHO = {
  'record-certificate': { may: [...may], make: () => ({ doc: dossier('tao', POINT), args: CERTIFICATE }) },
  'record-registration': { may: [...may], make: () => ({ doc: withCertificate('tao', POINT), args: REGISTRATION }) },
  'record-qualification': {
    may: [...may],
    make: () => ({ doc: dossier('tao', POINT), args: { code: 'education:bachelor', since: '2015-06-30', until: null, detail: '' } }),
  },
  'strike-record': {
    may: [...may],
    make: () => {
      const row = nextOp()
      return { doc: done('wu', 'record-certificate', dossier('tao', POINT), CERTIFICATE, { op: row }), args: { row, reason: '登记有误' } }
    },
  },
} satisfies Record<string, WhoMay>
