// The standing of one teacher with 定期注册 as every page shows it: with the appraisal facts of the dossier.

import type { Day } from '../../domain/day.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { Policy } from '../../domain/policy/policy.ts'
import { recordedIn } from '../../domain/registration/recorded.ts'
import { registrationStanding, type RegistrationStanding } from '../../domain/registration/standing.ts'

export const standingFor = (policy: Policy, dossier: Dossier, today: Day): RegistrationStanding =>
  registrationStanding(policy, dossier, today, recordedIn(policy, dossier, today))
