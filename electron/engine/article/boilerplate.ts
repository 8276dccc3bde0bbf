import type { PageDocument, PageElement } from './pageDocument.ts'
import { readingWeight } from './readingWeight.ts'

/** What sites call the parts of a page that are not its article. Matched against whole words of `id`, `class` and `role`. */
const PART_NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'cookies?|consent|gdpr|onetrust|newsletter|subscribe|subscription|signup|sign-up|paywall-promo|popup|modal|lightbox|dialog',
    'related|recommend(?:ed|ations?)?|recirculation|more-(?:news|stories|articles)|you-may-like|read-(?:next|more-list)|latest-news|hot-?news|hot-?tags?|tag-?cloud',
    'share|sharing|sharedaddy|social|addthis|addtoany|bdshare|bdsharebuttonbox|jiathis|follow-us|jp-relatedposts',
    'breadcrumbs?|crumbs?|position|location-nav|pagination|pager|prev-?next|post-navigation|nav-links|page-nav',
    'comments?|disqus|respond|advert(?:isement)?s?|ad-slot|adsbygoogle|promo|sponsor(?:ed)?|outbrain|taboola',
    'contact-?us|contact-form|inquiry|enquiry|feedback-form|online-service|kefu|qrcode|back-to-top|skip-link|screen-reader-text|sr-only|visually-hidden',
  ].join('|')})(?=$|[\\s_-])`,
  'i',
)

const PART_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'dialog', 'alertdialog', 'complementary'])

/** Tags that never hold an article's text. */
const NEVER = 'script, style, link, template, nav, form, dialog, select, button, input, textarea, aside[class*="related"]'

/** A part that carries this share of the page's words is its article, whatever its name. */
const ARTICLE_SHARE = 0.35

/** Removes the parts of a page that its own names give away, so that none is taken for the article. */
export function dropBoilerplate(document: PageDocument): void {
  const body = document.querySelector('body')
  if (body === null) return
  for (const element of document.querySelectorAll(NEVER)) if (!holdsArticle(element, body)) element.remove()
  const most = readingWeight(body.textContent) * ARTICLE_SHARE
  for (const element of document.querySelectorAll('[id], [class], [role]')) {
    if (isNamedPart(element) && readingWeight(element.textContent) < most) element.remove()
  }
}

/** Old sites put the whole page in one form. */
function holdsArticle(element: PageElement, body: PageElement): boolean {
  return element.localName === 'form' && element.textContent.length > body.textContent.length * ARTICLE_SHARE
}

function isNamedPart(element: PageElement): boolean {
  if (['html', 'body', 'article', 'main', 'h1', 'figure', 'img', 'picture', 'table', 'p'].includes(element.localName)) return false
  if (PART_ROLES.has(element.getAttribute('role') ?? '')) return element.querySelector('h1') === null
  const names = `${element.getAttribute('id') ?? ''} ${element.getAttribute('class') ?? ''}`.slice(0, 500)
  return PART_NAMES.test(names) && element.querySelector('h1, article') === null
}
