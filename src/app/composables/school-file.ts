// useSchoolFile(id): the visible file of a school (place, roles, activities), kept fresh; useDistrictFile() likewise.
//   undefined while loading · null when this phone has no such file · else { file, unsent } where `unsent` holds the ids of
//   rows that are (also) only on this phone. The district's file works through `kind`.

import { toValue, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import type { DistrictFile, SchoolFile } from '../../domain/school-file.ts'
import type { DistrictId, RowId, SchoolId } from '../../domain/ids.ts'
import type { Document, Subject } from '../../domain/document.ts'
import { fileView } from '../../storage/file-view.ts'
import { useLive } from './live.ts'

export interface FileView<D extends Document> {
  readonly file: D
  readonly unsent: ReadonlySet<RowId>
}

export const useSchoolFile = (id: MaybeRefOrGetter<SchoolId | null>): Readonly<ShallowRef<FileView<SchoolFile> | null | undefined>> =>
  useFile<SchoolFile>(() => {
    const at = toValue(id)
    return at === null ? null : { kind: 'school', id: at }
  })

export const useDistrictFile = (id: MaybeRefOrGetter<DistrictId | null>): Readonly<ShallowRef<FileView<DistrictFile> | null | undefined>> =>
  useFile<DistrictFile>(() => {
    const at = toValue(id)
    return at === null ? null : { kind: 'district', id: at }
  })

function useFile<D extends Document>(subject: () => Subject | null): Readonly<ShallowRef<FileView<D> | null | undefined>> {
  return useLive<FileView<D> | null | undefined>(
    async (phone) => {
      const at = subject()
      return at === null ? null : ((await fileView(phone, at)) as FileView<D> | null)
    },
    undefined,
    [() => subject()?.id],
  )
}
