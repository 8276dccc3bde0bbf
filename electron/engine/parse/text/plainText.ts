import { Tokenizer } from 'htmlparser2'
import { cutTo, LONGEST_TITLE } from '../limits.ts'

/** Elements that part words though no space is written. */
const BLOCKS = new Set(
  (
    'address article aside blockquote br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol option p pre section summary table td th tr ul'
  ).split(' '),
)
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object'])
/** Names that make text with tags in it HTML, and not a sentence about `<tags>`. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big blink cite code del dfn em embed font i img input ins kbd label map mark param picture q rp rt ruby s samp ' +
    'small source span strike strong sub sup time tt u var video audio wbr tbody thead tfoot center nobr'
  ).split(' '),
)
const EMPTY = new Set(['br', 'hr', 'img', 'wbr'])

const nothing = (): void => {}
/** What a tokenizer tells of and nobody here asks. */
const deaf = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
}

/** White space folded to single spaces, none at the ends. */
export function foldSpace(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

/**
 * The text of HTML: markup removed, references decoded once, blocks parted by a space, white space folded. On the bare
 * tokenizer, since a parser's stack grows quadratic over a million unclosed tags.
 */
export function htmlToText(html: string): string {
  if (!html.includes('<') && !html.includes('&')) return foldSpace(html)
  let text = ''
  let silent: string | null = null
  const add = (piece: string): void => {
    if (silent === null) text += piece
  }
  const tokenizer = new Tokenizer(
    {},
    {
      ...deaf,
      onopentagname(start, end) {
        const name = html.slice(start, end).toLowerCase()
        if (BLOCKS.has(name)) add(' ')
        if (SILENT.has(name)) silent ??= name
      },
      onclosetag(start, end) {
        const name = html.slice(start, end).toLowerCase()
        if (name === silent) silent = null
        if (BLOCKS.has(name)) add(' ')
      },
      ontext: (start, end) => add(html.slice(start, end)),
      ontextentity: (code) => add(String.fromCodePoint(code)),
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return foldSpace(text)
}

/**
 * Whether text that does not say what it is was meant as HTML: it has a closing tag, an empty element or a reference,
 * and no tag that HTML does not know. So "AT&amp;T" and "<b>5G</b>" are HTML, "the <foo> tag" and "a < b" are not.
 */
export function looksLikeHtml(text: string): boolean {
  if (!text.includes('<')) return /&(?:#\w{1,8}|[a-zA-Z]\w{1,30});/.test(text)
  let hasSign = /&(?:#\w{1,8}|[a-zA-Z]\w{1,30});/.test(text)
  for (const [tag, slash, name] of text.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?![a-zA-Z0-9])/g)) {
    const known = name?.toLowerCase() ?? tag
    if (!BLOCKS.has(known) && !INLINE.has(known)) return false
    hasSign ||= slash === '/' || EMPTY.has(known)
  }
  return hasSign
}

/** Text as HTML that shows it. */
export function escapeHtml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/**
 * A title from text whose references were decoded once, by XML or JSON. Publishers escape titles once or twice:
 * where the once decoded text still looks like HTML it is read as HTML, which decodes a second time, and never a third.
 */
export function guessedTitle(text: string): string {
  return shortTitle(looksLikeHtml(text) ? htmlToText(text) : foldSpace(text))
}

/** A title within its limit (F18). */
export function shortTitle(text: string): string {
  return cutTo(text, LONGEST_TITLE).trimEnd()
}
