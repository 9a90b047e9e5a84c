// Bulk entry of certificates, registrations, 学历 and appointments: what is read of a list, and the acts that come of it.
import { describe, expect, it } from 'vitest'
import { day } from '../../../src/domain/day.ts'
import type { PersonId, RowId } from '../../../src/domain/ids.ts'
import { datedList } from '../../../src/app/registration/dated-list.ts'
import { newAppointment } from '../../../src/app/rotation/appointment-form.ts'
import { manyRecords, type ManyForms } from '../../../src/app/registration/many-records.ts'
import { newCertificate, newQualification, newRegistration } from '../../../src/app/registration/record-forms.ts'
import { matchLines } from '../../../src/app/school/name-list.ts'

const forms = (over: Partial<ManyForms>): ManyForms => ({
  kind: 'certificate',
  certificate: { ...newCertificate(), kind: 'primary', since: '2010-07-01' },
  registration: { ...newRegistration('2026-03-01'), until: '2031-02-28' },
  qualification: { ...newQualification(), code: 'education:bachelor' },
  appointment: { ...newAppointment('2026-09-01'), quota: 'pool', until: '2029-08-31' },
  years: 5,
  ...over,
})
const [tao, lin] = ['tao', 'lin'] as PersonId[] as [PersonId, PersonId]

describe('a pasted list with a day on some of its lines', () => {
  it('is read in whatever way the day is written, and the names are left as they were', () => {
    const { text, days } = datedList('1. 陶静 2015-06-30\n\n柏青，2012年7月1日\n程岚 石庙小学\n何小雨 2014/9/1\n')
    expect(text.split('\n')).toEqual(['1. 陶静', '柏青,', '程岚 石庙小学', '何小雨'])
    expect(days).toEqual(['2015-06-30', '2012-07-01', null, '2014-09-01'])
  })
  it('keeps each day with its own line, also where a line means nobody', () => {
    const { text, days } = datedList('12\n没有这个人 2001-01-01\n陶静 2015-06-30\n.')
    const person = { person: tao, name: '陶静', formerNames: [], staffNumber: null, subject: null, schoolName: '' }
    expect(matchLines(text, [person]).map((l, n) => [l.is, days[n]])).toEqual([
      ['none', '2001-01-01'],
      ['found', '2015-06-30'],
      ['none', null],
    ])
  })
  it('takes a day that does not exist for no day', () => {
    expect(datedList('陶静 2015-02-30')).toEqual({ text: '陶静 2015-02-30', days: [null] })
  })
})

describe('one form for many people', () => {
  it('makes one act a person, with a day of their own where the list has one', () => {
    const inputs = manyRecords(forms({}), [
      { person: tao, own: day('2015-06-30') },
      { person: lin, own: null },
    ])
    expect(inputs?.map((i) => [i.verb, i.subject.id, i.args['heldSince']])).toEqual([
      ['record-certificate', tao, '2015-06-30'],
      ['record-certificate', lin, '2010-07-01'],
    ])
  })
  it('moves the years a registration holds along with a day of one’s own', () => {
    const inputs = manyRecords(forms({ kind: 'registration' }), [
      { person: tao, own: day('2024-03-01') },
      { person: lin, own: null },
    ])
    expect(inputs?.map(({ args }) => [args['registeredOn'], args['from'], args['until']])).toEqual([
      ['2024-03-01', '2024-03-01', '2029-02-28'],
      ['2026-03-01', '2026-03-01', '2031-02-28'],
    ])
  })
  it('appoints each to their own post, from a day of their own where the list has one, and passes over who has none', () => {
    const inputs = manyRecords(forms({ kind: 'appointment' }), [
      { person: tao, own: null, post: 'post-tao' as RowId },
      { person: lin, own: day('2026-10-01'), post: null },
      { person: lin, own: day('2026-10-01'), post: 'post-lin' as RowId },
    ])
    expect(inputs?.map((i) => [i.verb, i.subject.id, i.args])).toEqual([
      [
        'record-appointment',
        tao,
        { post: 'post-tao', appointer: 'district', quota: 'pool', from: '2026-09-01', until: '2029-08-31', paper: '' },
      ],
      [
        'record-appointment',
        lin,
        { post: 'post-lin', appointer: 'district', quota: 'pool', from: '2026-10-01', until: '2029-08-31', paper: '' },
      ],
    ])
    expect(manyRecords(forms({ kind: 'appointment', appointment: newAppointment('') }), [])).toBeNull()
  })
  it('is nothing while the form lacks what it needs', () => {
    expect(manyRecords(forms({ certificate: newCertificate() }), [{ person: tao, own: null }])).toBeNull()
    expect(manyRecords(forms({ kind: 'qualification', qualification: newQualification() }), [{ person: tao, own: null }])).toBeNull()
    expect(
      manyRecords(forms({ kind: 'registration', registration: newRegistration('2026-03-01') }), [{ person: tao, own: day('2024-03-01') }]),
    ).toBeNull()
  })
})
