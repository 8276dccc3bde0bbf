import stylesheet from './article.css?url'
import { safeNews } from './policy.ts'

/** What the frame of an article needs to look like the rest. */
export type Look = {
  readonly language: string | null
  readonly theme: string
  readonly font: string
  readonly textSize: number
}

type HtmlPolicy = { createHTML(html: string, look: Look): unknown }
type PolicyFactory = { createPolicy(name: string, rules: { createHTML(html: string, look: Look): string }): HtmlPolicy }

// The one place where news becomes a document. Without Trusted Types (Safari, Firefox) the rule is called as it is.
const rules = { createHTML: (html: string, look: Look) => documentText(safeNews(html), look) }
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
const policy: HtmlPolicy = factory === undefined ? rules : factory.createPolicy('news-article', rules)

/** Puts an article into its frame, as a whole document that runs no script. */
export function showNews(frame: HTMLIFrameElement, html: string, look: Look): void {
  // The type of srcdoc knows nothing of TrustedHTML, which is what the policy gives.
  frame.srcdoc = policy.createHTML(html, look) as string
}

function documentText(body: string, look: Look): string {
  const attributes = [
    `lang="${languageTag(look.language)}"`,
    `data-theme="${look.theme}"`,
    `data-font="${look.font}"`,
    `data-size="${look.textSize}"`,
  ]
  return `<!doctype html><html ${attributes.join(' ')}><head><meta charset="utf-8"><link rel="stylesheet" href="${stylesheet}"></head><body class="article-body" dir="auto">${body}</body></html>`
}

function languageTag(language: string | null): string {
  return language !== null && /^[A-Za-z0-9-]{1,35}$/.test(language) ? language : ''
}
