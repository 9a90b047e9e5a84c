// useDossiers(people) and useSchoolFiles(schools): many documents at once, kept fresh, by id. undefined while loading; what this
// phone does not hold is left out. A dossier that did not change keeps its identity, so what is computed from it may be kept.

import { computed, type ComputedRef } from 'vue'
import type { Document, Subject } from '../../domain/document.ts'
import type { Dossier } from '../../domain/dossier.ts'
import type { PersonId, SchoolId } from '../../domain/ids.ts'
import type { SchoolFile } from '../../domain/school-file.ts'
import { documentsView } from '../../storage/documents-view.ts'
import { useLive } from './live.ts'

export const useDossiers = (people: () => readonly PersonId[]): ComputedRef<ReadonlyMap<PersonId, Dossier> | undefined> =>
  useDocuments<PersonId, Dossier>(people, (id) => ({ kind: 'teacher', id }))

export const useSchoolFiles = (schools: () => readonly SchoolId[]): ComputedRef<ReadonlyMap<SchoolId, SchoolFile> | undefined> =>
  useDocuments<SchoolId, SchoolFile>(schools, (id) => ({ kind: 'school', id }))

function useDocuments<Id extends string, D extends Document>(
  ids: () => readonly Id[],
  subject: (id: Id) => Subject,
): ComputedRef<ReadonlyMap<Id, D> | undefined> {
  const found = useLive<readonly Document[] | undefined>(
    async (phone) => [...(await documentsView(phone, ids().map(subject))).values()],
    undefined,
    [() => ids().join(' ')],
  )
  return computed(() => (found.value === undefined ? undefined : new Map(found.value.map((d) => [d.subject.id as string as Id, d as D]))))
}
