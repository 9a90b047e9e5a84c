// Facts that a person is judged by are not entered by themselves: another officer, or the district, enters those of an officer.

import type { Document } from '../document.ts'
import type { VerbContext } from '../verbs/verb.ts'

export const isOwn = (document: Document, context: VerbContext): boolean => document.subject.id === context.actor.id
