import { Tokenizer } from 'htmlparser2'
import sanitizeHtml from 'sanitize-html'
import { ALLOWED_TAGS, attributeNames, DROPPED_TAGS } from '../../../electron/engine/article/policy.ts'

const nothing = (): void => {}
const deaf = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}

/** The floor: the tokenizer over the same text, heard by nobody. */
export function tokenizeOnly(html: string): void {
  const tokenizer = new Tokenizer({}, deaf)
  tokenizer.write(html)
  tokenizer.end()
}

const SAME_TAGS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_TAGS],
  allowedAttributes: Object.fromEntries(ALLOWED_TAGS.map((tag) => [tag, attributeNames(tag)])),
  nonTextTags: [...DROPPED_TAGS],
}

/** The peer: sanitize-html alone, with the policy's tags and attributes and nothing else that we do. */
export function sanitizeOnly(html: string): string {
  return sanitizeHtml(html, SAME_TAGS)
}

/** The same plain sum each time: what the machine does with nothing of ours in hand. */
export function idle(): number {
  let sum = 0
  for (let count = 0; count < 5_000_000; count += 1) sum += count % 7
  return sum
}
