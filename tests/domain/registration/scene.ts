import type { Document } from '../../../src/domain/document.ts'
import type { SchoolId } from '../../../src/domain/ids.ts'
import { done, dossier, type Who } from '../verbs/scene.ts'

export const CERTIFICATE = { kind: 'primary', subject: '语文', heldSince: '2015-07-01', until: null, lastDigits: '0123' } as const
export const REGISTRATION = {
  kind: 'regular',
  conclusion: 'passed',
  registeredOn: '2021-11-01',
  from: '2021-12-01',
  until: '2026-11-30',
} as const

export const withCertificate = (who: Who, at: SchoolId): Document => done('wu', 'record-certificate', dossier(who, at), CERTIFICATE)
