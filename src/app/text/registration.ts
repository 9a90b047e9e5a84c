// Words of 持证, 定期注册, 学历 and 双师型 that are needed with the first page: what was done, and why something was not taken.

export const registrationVerbs = {
  'record-certificate': '登记持证',
  'record-registration': '登记定期注册',
  'record-qualification': '登记学历或双师型',
  'strike-record': '撤销持证或注册登记',
}

export const registrationRefusals = {
  'certificate.own-record': '自己的证书和注册由别的师训专干或区里登记。',
  'certificate.whole-number': '不要填整个证书号，需要区分时填最后几位就够了。',
  'certificate.end-before-start': '有效期的结束日期早于取得日期，请改一下。',
  'certificate.in-future': '取得日期还没到，请核对。',
  'registration.own-record': '自己的定期注册由别的师训专干或区里登记。',
  'registration.no-certificate': '还没有登记教师资格证，请先登记证书。',
  'registration.end-before-start': '有效期的结束日期早于开始日期，请改一下。',
  'registration.in-future': '注册日期还没到，请核对。',
  'registration.overlaps': '这段时间已有一次合格的注册，请核对日期。',
  'qualification.own-record': '自己的学历和双师型由别的师训专干或区里登记。',
  'qualification.whole-number': '不要填证书号或身份证号，写学校、专业或等级就够了。',
  'qualification.end-before-start': '结束日期早于开始日期，请改一下。',
  'qualification.in-future': '日期还没到，请核对。',
}
