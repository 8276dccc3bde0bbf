import sanitizeHtml from 'sanitize-html'
import { cutAtCaps, type MarkupCaps } from './markupCaps.ts'
import { GATE } from './safeHtml.ts'
import { keepsToGrammar } from './strictGrammar.ts'

/** Safe HTML keeps to the caps of an article; what it wrote out that a publisher left out may be a little more. */
const CAPS: MarkupCaps = { bytes: 1_048_576, elements: 40_000, depth: 512 }

const AGAIN: sanitizeHtml.IOptions = {
  ...GATE,
  transformTags: {
    ...GATE.transformTags,
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'noopener noreferrer', referrerpolicy: 'no-referrer' } }),
  },
}

/**
 * HTML that was made safe once and comes back from where others may have written, as from a backup: the same to the byte where it keeps
 * to the strict grammar, else what the sanitiser leaves of it. Pictures stay named by number.
 */
export function keepSafe(html: string): string {
  const capped = cutAtCaps(html, CAPS).html
  return capped === html && keepsToGrammar(html) ? html : sanitizeHtml(capped, AGAIN)
}
