import type { ArticleText } from './articleDraft.ts'
import { excerpt } from './excerpt.ts'
import { plainText } from './plainText.ts'
import { makeSafe, type MarkupOrigin } from './safeHtml.ts'

/** An article's text, made safe and complete. Null where nothing is left to read or look at. */
export function articleText(html: string, origin: MarkupOrigin, title: string): ArticleText | null {
  const safe = makeSafe(html, origin)
  const text = plainText(safe.html)
  if (text === '' && safe.pictures.length === 0) return null
  return { ...safe, text, excerpt: excerpt(text, title) }
}
