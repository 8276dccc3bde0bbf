import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** A rule of access that a page breaks, and where. */
export type Violation = { readonly rule: string; readonly places: readonly string[]; readonly why: string }

/**
 * What axe finds on a page. The frame of an article is left out: no script runs in it, so that axe would wait for ever for its answer.
 * What stands in it is the publisher's.
 */
export async function violationsOf(page: Page): Promise<readonly Violation[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze()
  return violations.map(({ id, nodes }) => ({
    rule: id,
    places: nodes.map(({ target }) => target.join(' ')),
    why: nodes[0]?.failureSummary ?? '',
  }))
}
