// 永川 as the stories of rotation need it: a school in the country whose people may go, a school in the city that takes them, and
// officers at both and in the district.
import { addDays, addYears, type Day } from '../../src/domain/day.ts'
import { ownDistrict, type OwnDistrict } from './own-district.ts'

export const VILLAGE = '石庙小学'
export const CITY = '红旗小学'

export const yongchuan = (today: Day): Promise<OwnDistrict> =>
  ownDistrict('500118', '永川区', '杜永平', [
    {
      name: VILLAGE,
      place: 'rural',
      people: [
        { name: '吴启明', since: '2008-09-01', officer: true },
        { name: '陶静', since: '2012-09-01' },
        { name: '柏青', since: '2010-09-01' },
        { name: '程岚', since: '2009-09-01' },
        // Hired a year ago: must still go to the city.
        { name: '何小雨', since: addDays(addYears(today, -1), -30) },
      ],
    },
    {
      name: CITY,
      place: 'urban',
      people: [
        { name: '魏红', since: '2006-09-01', officer: true },
        { name: '彭丽', since: '2011-09-01' },
      ],
    },
  ])
