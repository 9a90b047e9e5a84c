// A browser of one's own that can be closed and started again: the same profile on disk, like a phone that was switched off.
import { chromium, type BrowserContext, type Page, type TestInfo } from '@playwright/test'

export interface Profile {
  readonly folder: string
  readonly width: number
  readonly height: number
}

/** Starts it with or without a network; a page is open already. */
export async function startBrowser(
  { folder, width, height }: Profile,
  info: TestInfo,
  { offline }: { offline: boolean },
): Promise<{ context: BrowserContext; page: Page }> {
  const { launchOptions } = info.project.use
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height },
    offline,
  })
  return { context, page: context.pages()[0] ?? (await context.newPage()) }
}
