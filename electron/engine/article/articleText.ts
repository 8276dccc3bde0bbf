import type { ArticleText } from './articleDraft.ts'
import { excerpt } from './excerpt.ts'
import { plainText } from './plainText.ts'
import { makeSafeText, type MarkupOrigin } from './safeHtml.ts'

/** An article's text, made safe and complete. Null where nothing is left to read or look at. */
export function articleText(html: string, origin: MarkupOrigin, title: string): ArticleText | null {
  const safe = makeSafeText(html, origin)
  if (safe.text === '' && safe.pictures.length === 0) return null
  return { ...safe, excerpt: excerpt(withoutCaptions(safe.text, safe.html), title) }
}

/** A text that begins with a picture is told by what follows the caption; where it is all captions, by those. */
function withoutCaptions(text: string, html: string): string {
  if (!html.includes('<figcaption')) return text
  const captions = new Set([...html.matchAll(/<figcaption[^>]*>(.*?)<\/figcaption>/gs)].map(([, inner = '']) => plainText(inner)))
  const rest = text.split('\n').filter((line) => !captions.has(line.trim()))
  return rest.length === 0 ? text : rest.join('\n')
}
