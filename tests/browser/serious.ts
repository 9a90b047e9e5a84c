// What axe finds serious or critical on a page as it is shown now.
// Holds always: axe comes into a document once and is then only asked; bringing it in anew for every question cost as much as the
// questions. The app moves between its pages without a new document and has no frames, so nothing is missed.
import type { Page } from '@playwright/test'
import axe from 'axe-core'

/** Rule and element of each fault, of all rules or of those that another look can change. */
export async function seriousIn(page: Page, rules: readonly string[] = []): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(
    async (only) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        ...(only.length > 0 ? { runOnly: { type: 'rule', values: only } } : {}),
      })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
    },
    [...rules],
  )
}
