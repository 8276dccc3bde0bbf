import { sameWords } from './excerpt.ts'
import { elementsOf, textOf, textUpTo, type MarkupElement, type MarkupNode } from './markupTree.ts'
import { readingWeight } from './readingWeight.ts'

/** Headings of what follows an article on a page. */
const AFTER_ARTICLE =
  /^(?:related(?: industry)? (?:news|articles?|stories|posts|topics|products?|content|links)|related|more (?:news|stories|articles)(?: from .{1,40})?|you (?:may|might) also (?:like|be interested in)|recommended(?: for you| reading)?|read (?:next|more)|latest news|hot ?tags?|tags?|share(?: this)?(?: article| post| story)?(?: on)?|follow us(?: on .{1,40})?|contact us|leave a (?:reply|comment|message)|comments?|previous(?: article| post)?|next(?: article| post)?|send (?:us )?(?:an )?inquiry|相关(?:新闻|阅读|文章|资讯|推荐|产品|链接)|推荐(?:阅读|新闻)|延伸阅读|热门(?:标签|新闻|文章)|热点(?:新闻|标签)|标签|关键词|分享(?:到|至)?|联系我们|上一[篇条页]|下一[篇条页]|返回列表|打印本页|在线留言|扫一扫.{0,20})\s*[:：]?\s*$/i

const STARTS_AFTER =
  /^(?:hot ?tags?|tags?|previous|next|上一[篇条页]|下一[篇条页]|热门标签|标签|关键词|分享到|责任编辑|\[?(?:打印|关闭)(?:本页|窗口)?\]?)\s*[:：]/i

/** Lines under a heading that say what the app shows elsewhere. */
const BYLINE =
  /^(?:发布时间|发布日期|发表时间|更新时间|来源|作者|浏览|点击|阅读|日期|时间|编辑|published|posted|last updated|updated|date|views?|source|by|release time|browse|author)(?:[\s:：]|次数|量|数)/i

const LONGEST_BYLINE = 120

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

/** A day and nothing else, perhaps with its weekday before it and a time after it. */
const PRINTED_DAY = new RegExp(
  `^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:\\d{1,2}(?:st|nd|rd|th)? ${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})(?:,? (?:at )?\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\.?)?(?: [A-Z]{2,5})?)?$`,
  'i',
)

const LONGEST_KICKER = 40

/** What a page's own title is compared with. */
export interface TitlesOfPage {
  readonly title: string
  readonly pageTitle: string | null
}

/**
 * An extracted text without what is not part of it: its title and byline at the top, and headings like “Related news” or
 * “Hot tags” with the lists of links that follow them.
 */
export function trimBody(nodes: readonly MarkupNode[], titles: TitlesOfPage): MarkupNode[] {
  return trimList(trimTop(nodes, titles))
}

/** No article opens with more lines that are not its own; a page built to have thousands is not followed. */
const MOST_TOP_LINES = 12

function trimTop(nodes: readonly MarkupNode[], titles: TitlesOfPage, left = MOST_TOP_LINES): MarkupNode[] {
  const at = nodes.findIndex((node) => (typeof node === 'string' ? node.trim() !== '' : !isSilent(node)))
  const first = nodes[at]
  if (first === undefined || left === 0) return [...nodes]
  const rest = nodes.slice(at + 1)
  if (isTitle(first, titles) || isByline(first) || isMenu(first) || isKicker(first, rest, titles))
    return [...nodes.slice(0, at), ...trimTop(rest, titles, left - 1)]
  if (typeof first === 'string' || !/^(?:div|section|article|main|header|span|td)$/.test(first.name)) return [...nodes]
  const inside = { ...first, children: trimTop(first.children, titles, left) }
  const top = [...nodes.slice(0, at), inside]
  // A container that held nothing but the title: what follows it may be the byline.
  return isSilent(inside) ? [...top, ...trimTop(rest, titles, left - 1)] : [...top, ...rest]
}

function isSilent(element: MarkupElement): boolean {
  return textOf(element.children).trim() === '' && !holdsPicture(element)
}

function isTitle(node: MarkupNode, { title, pageTitle }: TitlesOfPage): boolean {
  if (typeof node !== 'string' && !/^(?:h[1-6]|p|div|span|strong|b|header|a)$/.test(node.name)) return false
  const text = lineOf(node)
  return text.length < 1_000 && (sameWords(text, title) || (pageTitle !== null && sameWords(text, pageTitle))) && !holdsPicture(node)
}

function isByline(node: MarkupNode): boolean {
  const text = lineOf(node)
  if (text.length > LONGEST_BYLINE || holdsPicture(node)) return false
  return (
    BYLINE.test(text) ||
    PRINTED_DAY.test(text) ||
    isTime(node) ||
    /^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/.test(text)
  )
}

/** Whether a line is only a point in time, marked as such. */
function isTime(node: MarkupNode): boolean {
  const times = elementsOf([node]).filter(({ name }) => name === 'time')
  return times.length > 0 && times.reduce((sum, time) => sum + lineOf(time).length, 0) === lineOf(node).length
}

/** A word or two over the title (`5G`, `公司新闻`): a short line that is no sentence and stands right before title, date or byline. */
function isKicker(node: MarkupNode, rest: readonly MarkupNode[], titles: TitlesOfPage): boolean {
  if (typeof node === 'string' || !/^(?:p|div|span|a)$/.test(node.name) || holdsPicture(node)) return false
  const line = lineOf(node)
  if (line.length > LONGEST_KICKER || readingWeight(line) > LONGEST_KICKER || /[.!?:;,…。！？：；，、]$/.test(line)) return false
  const next = rest.find((other) => (typeof other === 'string' ? other.trim() !== '' : !isSilent(other)))
  return next !== undefined && (isTitle(next, titles) || isByline(next))
}

/** Links and nothing else, before any text: the site's menu. */
function isMenu(node: MarkupNode): boolean {
  if (typeof node === 'string' || holdsPicture(node)) return false
  const links = elementsOf([node]).filter(({ name }) => name === 'a')
  return links.length >= 2 && linkShare(node) > 0.85
}

function trimList(nodes: readonly MarkupNode[]): MarkupNode[] {
  const kept: MarkupNode[] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (node === undefined) continue
    if (isAfterwards(node)) at += linksAfter(nodes.slice(at + 1))
    else if (typeof node === 'string' || !isContainer(node)) kept.push(node)
    else if (!startsAfterwards(node)) kept.push({ ...node, children: trimList(node.children) })
  }
  return kept
}

function isContainer({ name }: MarkupElement): boolean {
  return /^(?:div|section|article|main|aside|span|td|tr|tbody|table|ul|li)$/.test(name)
}

/** A heading, or a line on its own, of what does not belong to the article. */
function isAfterwards(node: MarkupNode): boolean {
  if (typeof node !== 'string' && /^(?:figure|table|pre|img)$/.test(node.name)) return false
  const text = lineOf(node)
  return text.length < 300 && (AFTER_ARTICLE.test(text) || STARTS_AFTER.test(text))
}

/** How many of the following nodes belong to such a heading: lists of links and short lines, until text or a heading. */
function linksAfter(nodes: readonly MarkupNode[]): number {
  const end = nodes.findIndex((node) => {
    const text = lineOf(node)
    if (text === '' && !holdsPicture(node)) return false
    if (typeof node !== 'string' && /^h[1-6]$/.test(node.name)) return true
    return linkShare(node) < 0.5
  })
  return end === -1 ? nodes.length : end
}

/** A container that opens with such a heading and holds mostly links, or little text. */
function startsAfterwards(element: MarkupElement): boolean {
  const first = element.children.find((child) => lineOf(child) !== '')
  if (first === undefined || typeof first === 'string' || !/^(?:h[1-6]|p|div|strong|b|span|dt)$/.test(first.name)) return false
  if (!AFTER_ARTICLE.test(lineOf(first))) return false
  return linkShare(element) > 0.4 || readingWeight(lineOf(element)) < 400
}

function linkShare(node: MarkupNode): number {
  const all = textOf([node]).trim().length
  if (all === 0 || typeof node === 'string') return all === 0 ? 1 : 0
  const links = elementsOf([node]).filter(({ name }) => name === 'a')
  return links.reduce((sum, link) => sum + lineOf(link).length, 0) / all
}

function holdsPicture(node: MarkupNode): boolean {
  return elementsOf([node]).some(({ name }) => name === 'img' || name === 'picture')
}

/** As much of a node's text as it takes to judge a line. */
function lineOf(node: MarkupNode): string {
  return textUpTo([node], 2_000).replace(/\s+/g, ' ').trim()
}
