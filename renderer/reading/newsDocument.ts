import stylesheet from './article.css?url'
import { safeNews } from './policy.ts'

type HtmlPolicy = { createHTML(html: string): unknown }
type PolicyFactory = { createPolicy(name: string, rules: { createHTML(html: string): string }): HtmlPolicy }

// The frame begins as this empty page, whatever it is asked for: news comes into it as nodes, never as HTML.
const emptyPage = `<!doctype html><html><head><meta charset="utf-8"><link rel="stylesheet" href="${stylesheet}"></head><body class="article-body" dir="auto"></body></html>`
const rules = { createHTML: () => emptyPage }
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
// Safari and Firefox have no Trusted Types: there the rule is called as it is.
const policy: HtmlPolicy = factory === undefined ? rules : factory.createPolicy('news-article', rules)

/** Opens the page in a frame that articles are shown in, and hands its document on each time it has loaded. Returns how to stop. */
export function openNewsFrame(frame: HTMLIFrameElement, onOpen: (inside: Document) => void): () => void {
  const onLoad = () => {
    const inside = frame.contentDocument
    if (inside?.body?.classList.contains('article-body') === true) onOpen(inside)
  }
  frame.addEventListener('load', onLoad)
  // The type of srcdoc knows nothing of TrustedHTML, which is what the policy gives.
  frame.srcdoc = policy.createHTML('') as string
  return () => frame.removeEventListener('load', onLoad)
}

/** Puts an article, once more made safe, in the place of the one before. */
export function showNews(inside: Document, html: string, language: string | null): void {
  inside.documentElement.lang = language !== null && /^[A-Za-z0-9-]{1,35}$/.test(language) ? language : ''
  inside.body.replaceChildren(inside.importNode(safeNews(html), true))
}
