import type { ParsedEntry, ParsedFeed } from '../../../electron/engine/parse/parsedFeed.ts'
import type { EpochMs } from '../../../shared/time.ts'

/** One feed article of ordinary make: about 4.3 KB and 120 elements, with the classes, styles and trackers that editors' tools add. */
export function ordinaryMarkup(seed: number): string {
  return `<div class="entry">${figure(seed)}${paragraphs(seed)}<h2>Figures</h2>${list(seed)}<blockquote><p>${sentence(seed, 99)}</p></blockquote>${table(seed)}</div>${footer(seed)}`
}

/** A feed of such articles. */
export function ordinaryFeed(articles: number): ParsedFeed {
  return {
    format: 'rss',
    title: 'News for measuring',
    description: '',
    siteUrl: null,
    selfUrl: null,
    iconUrl: null,
    language: 'en',
    askedInterval: null,
    isCut: false,
    entries: Array.from({ length: articles }, (_, seed) => entry(seed)),
  }
}

function entry(seed: number): ParsedEntry {
  return {
    rawId: `measuring-${String(seed)}`,
    link: `https://www.news.example/${String(seed)}?utm_source=rss`,
    title: `Operator lights up its network ${String(seed)}`,
    authors: ['Press office'],
    publishedAt: Date.UTC(2024, 1, 1) as EpochMs,
    updatedAt: null,
    summaryHtml: `<p>${sentence(seed, 0)}</p>`,
    contentHtml: ordinaryMarkup(seed),
    baseUrl: 'https://www.news.example/feed',
    language: 'en',
    categories: ['Networks', 'Fibre'],
    enclosures: [],
    imageUrl: null,
    sourceTitle: null,
  }
}

function sentence(seed: number, part: number): string {
  return `Operator ${String(seed)}-${String(part)} lights up its network &amp; says coverage &#8211; indoors too &#8211; doubles.`
}

function figure(seed: number): string {
  const address = `https://www.news.example/p/${String(seed)}`
  return `<figure class="wp-block-image"><img src="${address}-1024x576.jpg" srcset="${address}-300x169.jpg 300w, ${address}-1024x576.jpg 1024w" alt="The mast" width="1024" height="576" /><figcaption>The mast.</figcaption></figure>`
}

function paragraphs(seed: number): string {
  const one = (part: number): string =>
    `<p class="wp-block-paragraph"><strong>${String(part)}</strong> <a href="https://www.news.example/${String(seed)}/${String(part)}?utm_source=rss" target="_blank" rel="noopener">Operator</a> <em>said</em> on <span style="font-weight:400">Monday</span>: ${sentence(seed, part)}</p>`
  return Array.from({ length: 9 }, (_, part) => one(part)).join('\n')
}

function list(seed: number): string {
  const items = Array.from({ length: 10 }, (_, part) => `<li><b>Point ${String(part)}</b> of ${String(seed)}: <i>words</i></li>`)
  return `<ul>${items.join('\n')}</ul>`
}

function table(seed: number): string {
  const rows = Array.from({ length: 8 }, (_, part) => `<tr><td>Town ${String(part)}</td><td>${String(part * 100 + seed)}</td></tr>`)
  return `<table><tr><th>Town</th><th>Homes</th></tr>${rows.join('')}</table>`
}

function footer(seed: number): string {
  return `<p>The post <a rel="nofollow" href="https://www.news.example/${String(seed)}">Operator</a> appeared first on <a rel="nofollow" href="https://www.news.example">News</a>.</p>`
}
