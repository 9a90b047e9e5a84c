// Words of 交流轮岗 that are needed with the first page: what was done, and why something was not taken.

export const rotationVerbs = {
  'freeze-eligible-list': '冻结交流名单',
  'extend-eligible-list': '续传交流名单',
  'correct-eligible-list': '更正交流名单',
  'plan-rotation': '安排交流',
  'start-rotation': '交流到岗',
  'end-rotation': '交流返回',
  'cancel-rotation': '取消交流安排',
  'record-appointment': '登记聘任',
  'strike-appointment': '撤销聘任登记',
}

export const rotationRefusals = {
  'list.year-ends-before-start': '学年的结束日期早于开始日期，请改一下。',
  'list.already-frozen': '这个学年的名单已经冻结。要改请用“更正名单”，并写明原因。',
  'list.too-many': '人数超过了名单开头写的总人数，请核对后再试。',
  'list.person-twice': '名单里有人出现了两次，请去掉重复的再试。',
  'list.unknown-person': '名单里有本区没有的人，整份名单没有收。请核对姓名和教师编号。',
  'list.not-on-it': '要去掉的人不在名单上，请先同步再看。',
  'rotation.unknown-way': '本区没有这种交流方式，请重新选择。',
  'rotation.unknown-school': '没有找到这所学校，请先同步或请区里开通。',
  'rotation.school-closed': '这所学校那时已经撤并，请改选学校或日期。',
  'rotation.own-school': '不能交流到自己的学校，请选另一所学校。',
  'rotation.no-home': '这位老师现在没有人事关系所在的学校，请先登记任职。',
  'rotation.end-before-start': '结束日期早于开始日期，请改一下。',
  'rotation.two-hosts': '这段时间已在另一所学校交流，同时只能在一所。请先办那边的返回，或改日期。',
  'rotation.relation': '这种交流方式不是这样安排人事关系的，请改选。',
  'rotation.districts-to-decide':
    '这一项由区里办理；人事关系不动的，派出的学校也可以办。返回，接收的学校也可以登记；中途调动了的，由调入的学校登记返回或取消安排。',
  'rotation.home-overlaps': '人事关系在这段时间有别的变动，请先核对任职情况。',
  'rotation.in-future': '还没到这一天，到岗那天再登记。',
  'rotation.not-begun': '还没有到岗，不用办返回。不去了请用“取消安排”。',
  'rotation.already-back': '已经登记过返回，请先同步再看。',
  'rotation.begun': '已经到岗，不能取消。请办“返回”；从没去过的请由区里更正任职。',
  'rotation.own-record': '自己的交流轮岗要由别的师训专干或区里安排、登记和取消。',
  'appointment.unknown-post': '没有找到这段任职，请先同步再试。',
  'appointment.end-before-start': '聘期的结束日期早于开始日期，请改一下。',
  'appointment.before-post': '聘期要从任职期间的某一天开始，请改一下日期。',
  'appointment.other-school': '这段任职在别的学校，请由那所学校或区里登记。',
  'appointment.own-record': '自己的聘任要由别的师训专干或区里登记和撤销。',
  'appointment.pool-is-districts': '编制周转池的编制由区里聘任，请把“谁聘任”选为区里。',
}
