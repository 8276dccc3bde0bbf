import type { ArticleText } from './articleDraft.ts'
import { excerpt } from './excerpt.ts'
import { makeSafeText, type MarkupOrigin } from './safeHtml.ts'

/** An article's text, made safe and complete. Null where nothing is left to read or look at. */
export function articleText(html: string, origin: MarkupOrigin, title: string): ArticleText | null {
  const safe = makeSafeText(html, origin)
  if (safe.text === '' && safe.pictures.length === 0) return null
  return { ...safe, excerpt: excerpt(safe.text, title) }
}
