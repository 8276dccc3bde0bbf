import { readingWeight } from './readingWeight.ts'

/** Texts lighter than this, given as a summary, are taken for one. A longer summary is the article under another name. */
const WHOLE_ARTICLE = 2_000

/** Even what is given as the content is only a teaser below this. */
const TEASER = 280

const CUT_OFF =
  /(?:…|\.{3}|\[\s*(?:…|\.{3}|&hellip;)\s*\]|(?:read|learn|see|view|continue|find out)\s+(?:the\s+)?(?:more|full|reading|rest)\b[^\n]{0,60}|阅读全文|阅读更多|查看全文|查看更多|查看详情|了解更多|全文|继续阅读)[\s»›→>)\]】」.。]*$/i

const WORDPRESS_TAIL = /The post [^\n]{1,300} (?:first )?appeared first on [^\n]{1,200}$/i

/**
 * Whether a feed's text is only a summary, so that the article's page is worth fetching.
 *
 * @param text plain; empty where the feed carries nothing but a headline.
 * @param isContent true where the publisher gave it as the content, false where as a summary.
 */
export function isSummary(text: string, isContent: boolean): boolean {
  const said = text.replace(WORDPRESS_TAIL, '').trim()
  const weight = readingWeight(said)
  if (weight < TEASER) return true
  // An article may end in three dots of its own; a long one then is no teaser.
  if (CUT_OFF.test(said.slice(-120)) && weight < WHOLE_ARTICLE * 2) return true
  return !isContent && weight < WHOLE_ARTICLE
}
