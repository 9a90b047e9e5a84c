// Words of the diagnosis page.
export const diag = {
  copy: '复制这一页',
  copied: '已复制',
  what: '这一页只在手机上显示，不会自动发给任何人。',
  yes: '有', no: '没有', unknown: '不知道',
  rows: {
    build: '版本', engine: '浏览器', container: '打开方式', worker: '离线打开（service worker）', controlled: '离线已就绪', indexed: '本机数据库（IndexedDB）',
    persist: '保留记录', quota: '存储空间', notes: '备用小存储（localStorage）', locks: '网页锁（Web Locks）', crypto: '签名（WebCrypto）', secure: '安全地址（HTTPS）', gzip: '压缩上传',
    online: '浏览器说有网', language: '语言', screen: '屏幕', text: '字号', clock: '手机时间', offset: '和服务器差',
  },
  containers: { wechat: '微信里', dingtalk: '钉钉里', home: '主屏幕', browser: '浏览器' },
  seconds: (n: number): string => `${n} 秒`,
} as const
