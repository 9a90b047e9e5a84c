// Passwords that are tried first by whoever guesses: common words with common endings, and what people here make of
// keyboards, dates of affection and lucky numbers. Data only; `password-rules.ts` says how it is used.
// Only what reaches eight characters matters, shorter ones are refused anyway.

/** Words, to be joined with any of the endings: about 1,900 passwords in all. */
export const WORDS = [
  'password', 'passw0rd', 'passwd', 'pass', 'admin', 'administrator', 'root', 'user', 'guest', 'test', 'tester', 'login', 'welcome',
  'letmein', 'master', 'monkey', 'dragon', 'shadow', 'sunshine', 'princess', 'football', 'basketball', 'superman', 'michael', 'iloveyou',
  'ilovechina', 'china', 'hello', 'abc', 'abcd', 'aaa', 'a', 'aa', 'qq', 'q', 'w', 'z', 'zz', 'x', 'asd', 'asdf', 'zxc', 'zxcv', 'qwe', 'qwer',
  'qwert', 'qwerty', 'qaz', 'qazwsx', 'wsx', 'woaini', 'woaiwojia', 'woaiwo', 'wodemima', 'mima', 'nihao', 'laoshi', 'jiaoshi', 'xuexiao',
  'xuesheng', 'xiaozhang', 'teacher', 'school', 'student', 'yantu', 'xueshi', 'peixun', 'jiaowei', 'jiaoyu', 'shixun', 'chongqing', 'cq',
  'yuzhong', 'dadukou', 'shapingba', 'yongchuan', 'zhongguo', 'beijing', 'wang', 'li', 'zhang', 'liu', 'chen', 'yang', 'zhao', 'huang', 'zhou',
  'wu', 'xu', 'sun', 'hu', 'zhu', 'gao', 'lin', 'he', 'guo', 'ma', 'luo', 'wo', 'ai', 'love', 'baobao', 'baobei', 'laopo', 'laogong',
] as const

export const ENDINGS = [
  '', '1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '123123', '112233', '111111', '000000',
  '666', '6666', '666666', '888', '8888', '888888', '88888888', '520', '521', '1314', '5201314', '321', '654321', '01', '001', '2020', '2021',
  '2022', '2023', '2024', '2025', '2026', '2027', '2028', '!', '1!', '123!', '@123', '123@', '@1234', '@123456', '.', '123.', '#', '@2024', '@2025', '@2026', '@2027',
] as const

/** Whole passwords that no rule makes. */
export const LITERALS = [
  '1qaz2wsx', '1qaz2wsx3edc', 'zaq12wsx', 'qazwsxedc', '1q2w3e4r', '1q2w3e4r5t', 'q1w2e3r4', 'a1b2c3d4', 'aa123456', 'a123456789', 'abc12345', 'abcd1234', 'abcdefgh',
  'asdfghjk', 'asdfghjkl', 'qwertyui', 'qwertyuiop', 'zxcvbnm1', 'zxcvbnm123', 'zxcvbnm,', 'p@ssw0rd', 'p@ssword', 'pa$$word', 'passw0rd1', 'woaini1314', 'woaini520',
  'woaini521', '5201314520', '52013145', '13145201', '1314520', '13141314', '52005200', '147258369', '147852369', '159357258', '159753456', '741852963', '963852741',
  '789456123', '78945612', '123qweasd', '123qweasdzxc', 'qwe123456', 'qwer1234', 'asd123456', 'zxc123456', 'qweasdzxc', 'qweasd123', '123456asd', '123456qwe', '123456abc',
  '123456qq', '123456aa', '1234qwer', '12345qwert', '123abc456', '31415926', '3141592653', '11223344', '1122334455', '12344321', '123454321', '12341234', '1234512345',
  '12121212', '123123123', '321321321', '100200300', '10101010', '20202020', '19491001', '20080808', '20080512', '20000101', '19900101', '19800101', '00001111',
  '11112222', '66668888', '88886666', '16888888', '51888888', '98765432', '987654321', '9876543210', '87654321', '76543210', '01234567', '0123456789', '0987654321',
  'computer', 'internet', 'football1', 'baseball', 'whatever', 'trustno1', 'starwars', 'jennifer', 'michelle', 'liverpool', 'changeme', 'default1', 'xiaoxiao', 'xiaoming', 'dearbook', 'iloveyou1',
  'wodeshijie', 'woaizuguo', 'zhonghua', 'tiantian', 'xingfu888', 'pingan888', 'fada8888', 'gongxifacai', 'wanshiruyi', 'jiaoshi910', 'jiaoshijie', 'laoshihao', 'nihaoma1',
] as const
