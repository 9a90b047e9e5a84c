// The name on the pages that stand by themselves.

export const appName = '研途'
