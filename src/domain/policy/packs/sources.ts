// Where the packs' values come from, as the documents call themselves. Quotes stand beside each value.

import type { Source } from '../cited.ts'

const source =
  (document: string, number: string | null) =>
  (quote: string | null = null): Source => ({ document, number, quote })

export const YUZHONG_PLAN = source('重庆市渝中区教育事业发展“十四五”规划（2021—2025年）', null)
export const DADUKOU_PLAN = source('重庆市大渡口区教育事业发展“十四五”规划', null)
export const SHAPINGBA_PLAN = source('重庆市沙坪坝区“十四五”教育事业发展规划', null)
export const YONGCHUAN_OPINION = source('重庆市永川区人民政府办公室关于永川区建设现代化教育强区的实施意见', '永川府办发〔2022〕125号')
/** The city's notice is not among the documents kept with the packs: cited by its number, without a quotation. */
export const CITY_NOTICE = source('重庆市教育委员会通知（渝教师发〔2019〕4号）', '渝教师发〔2019〕4号')
export const CITY_HOURS_NOTICE = source('重庆市教育委员会关于中小学教师培训的通知（文号待核）', null)
export const NATIONAL_REGISTER = source('全国教师管理信息系统“国内培训”代码', null)
/** Known second-hand only: cited by its number, without a quotation. */
export const ROTATION_OPINION = source('关于推进县（区）域内义务教育学校校长教师交流轮岗的意见', '教师〔2014〕4号')
export const REGISTRATION_RULES = source('中小学教师资格定期注册暂行办法', null)
/** Ours until a district confirms or changes it; shown as such. */
export const OURS = source('本系统暂定，请区确认', null)
export const NO_DOCUMENT = source('现有文件未见规定', null)
