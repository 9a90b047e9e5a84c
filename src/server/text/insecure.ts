// The page for an address without HTTPS.

export const insecureTitle = '研途需要 HTTPS 地址'
export const insecureLines: readonly string[] = [
  '您正在用不加密的 http 地址打开研途。手机在这样的地址上不能保存登录、不能离线使用，也不能为记录签名，所以这里不会打开。',
  '只是想先试用：请在运行研途的这台电脑上打开 http://127.0.0.1 加端口号，例如 http://127.0.0.1:8080。',
  '给学校使用：请在研途前面放一个带证书的反向代理（如 Nginx、Caddy），把请求转到研途的端口，并这样启动：',
  'PUBLIC_URL=https://您的域名 TRUST_PROXY=1 npm start',
  '反向代理要传递 Host、X-Forwarded-Proto 和 X-Forwarded-For，并允许 40 MB 的请求（README.md 里有现成的写法）。设置好后，用 https://您的域名 打开即可。',
]
