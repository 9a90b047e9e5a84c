// Words of the page that says why this phone's storage does not open, and what to do about it.

import type { KeepingReason } from '../../storage/keeping-failed.ts'

export interface StorageTrouble {
  readonly title: string
  readonly what: string
  readonly ways: readonly string[]
  /** Which button comes first: trying again, or loading the page anew. */
  readonly first: 'again' | 'reload'
}

const killIt = '还不行，请把浏览器从后台划掉再打开，或重启手机。'

const dead: StorageTrouble = {
  title: '手机的存储打不开',
  what: '和手机存储的连接断了，试了几次都没接上。已存的记录多半都在。',
  ways: ['点“重新打开”。', killIt, '如果开着无痕（隐私）浏览，请换到普通窗口打开。'],
  first: 'reload',
}

const troubles: Readonly<Partial<Record<KeepingReason, StorageTrouble>>> = {
  'storage-blocked': {
    title: '研途还开在另一个页面里',
    what: '另一个研途页面还占着手机里的记录，要等它关掉，这一页才能打开。记录都在，没有丢。',
    ways: [
      '关掉其他研途页面：浏览器的其他标签、微信或钉钉里开着的研途。关掉后这里会自动打开。',
      '找不到是哪一个，就把浏览器整个关掉再打开。',
    ],
    first: 'again',
  },
  'storage-hangs': {
    title: '手机的存储没有回应',
    what: '等了十几秒，浏览器还没有把手机里的记录打开（苹果手机的浏览器偶尔会这样）。已存的记录多半都在。',
    ways: ['点“重新打开”。', killIt],
    first: 'reload',
  },
  'storage-full': {
    title: '手机存储满了',
    what: '手机没有空间了，研途打不开、也存不下记录。已存的都在。',
    ways: ['清理照片、视频或不用的应用，腾出一些空间，再点“再试一次”。', '不要用“清除网站数据”来腾空间：没送出的记录会一起被删掉。'],
    first: 'again',
  },
  'storage-denied': {
    title: '这个浏览器不让研途保存记录',
    what: '多半是开着无痕（隐私）浏览，或在设置里禁止了网站保存数据。研途要把记录存在手机里，没有网也能用。',
    ways: [
      '用普通窗口打开本页，不要用无痕（隐私）浏览。',
      '或在浏览器设置里允许本网站保存数据（Cookie）。',
      '也可以换手机自带的浏览器打开。',
    ],
    first: 'again',
  },
  'storage-dead': dead,
}

export const storageTrouble = (reason: string): StorageTrouble => (troubles as Readonly<Record<string, StorageTrouble>>)[reason] ?? dead

export const storage = {
  title: '手机存储',
  again: '再试一次',
  trying: '正在打开…',
  still: '还没打开。请照上面的办法做了再试。',
  reload: '重新打开',
  unsent: (n: number): string => `还有 ${n} 条只在这部手机上`,
  unsentWhat:
    '它们另有一份没有受影响。等存储好了会自动送；急的话，现在就可以存成救援文件，请任何一位能登录的同事在“同步”页代交。重复交不会重复计。',
  unsigned: (n: number): string => `其中 ${n} 条还没签名，放不进文件：请不要清除浏览器数据，存储好了会自动送。`,
  saved: '救援文件已下载',
} as const
