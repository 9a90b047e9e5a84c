// What is known of 教师资格定期注册 and 持证, as data: what a registration asks for, and what a district's documents say about
// certificates. A registration is each teacher's own five years, never the training cycle. What no document says is a question.

import { z } from 'zod/mini'
import { amount, cited, day, itemHead } from '../policy/cited.ts'
import { inForce } from '../policy/value-on.ts'

/** hours: counted by the engine in the registration's own window · appraisal, ethics: as recorded · others: for people to see to. */
const NEEDS = ['hours', 'appraisal', 'ethics', 'health'] as const
export type Need = (typeof NEEDS)[number]

export const RegistrationRule = z.object({
  ...itemHead,
  is: z.literal('rule'),
  title: z.string(),
  from: day,
  to: z.nullable(day),
  years: z.int(),
  hours: z.nullable(amount),
  needs: z.array(z.object({ need: z.enum(NEEDS), title: z.string() })),
  /** When it is put off (暂缓注册), in words. */
  putOff: z.array(z.string()),
})
export type RegistrationRule = z.infer<typeof RegistrationRule>

/** What a district's document says about certificates and registration, to be read with its source. */
export const CertificateDuty = z.object({ ...itemHead, is: z.literal('duty'), title: z.string() })
export type CertificateDuty = z.infer<typeof CertificateDuty>

export const RegistrationItem = z.discriminatedUnion('is', [RegistrationRule, CertificateDuty])
export type RegistrationItem = z.infer<typeof RegistrationItem>

/** Questions to a district about registration (policy/parts.ts spreads them into Settings). */
export const REGISTRATION_SETTINGS = {
  /** How many months before its last day a registration is shown as due. */
  registrationNotice: cited(z.int()),
}

/** A policy, as far as this file reads it: its schema is made of this one, so it cannot be named here. */
interface Policy {
  readonly parts: { readonly registration: readonly RegistrationItem[] }
}

const itemsOf = (policy: Policy): readonly RegistrationItem[] => policy.parts.registration

export const registrationRuleOn = (policy: Policy, d: string): RegistrationRule | null =>
  itemsOf(policy).find((i): i is RegistrationRule => i.is === 'rule' && inForce(i, d)) ?? null
export const certificateDuties = (policy: Policy): CertificateDuty[] => itemsOf(policy).filter((i): i is CertificateDuty => i.is === 'duty')
