import type { WordKey } from '../words/en.ts'
import type { Words } from '../words/useWords.ts'

// The engine writes its reasons in English, each in one of these forms.
const forms: readonly (readonly [form: RegExp, key: WordKey, names: readonly string[]])[] = [
  [/^(\d+) links of the same form stand in a row \((.*)\)\.$/, 'because.row', ['count', 'shape']],
  [/^The page carries the list as data \((.*)\)\.$/, 'because.data', ['shape']],
  [/^They stand under the heading “(.*)”\.$/, 'because.heading', ['heading']],
  [/^The page calls itself news\.$/, 'because.page', []],
  [/^The list gives no dates; they are read from each article\.$/, 'because.noDates', []],
  [/^(\d+) of them have a date \((.*)\)\.$/, 'because.dates', ['count', 'part']],
  [/^Headlines are read from (.*)\.$/, 'because.headlines', ['part']],
  [/^(\d+) entries were left out: events, vacancies, products or plain navigation\.$/, 'because.leftOut', ['count']],
]

const parts: Readonly<Record<string, WordKey>> = {
  'the link': 'because.part.link',
  'in the address': 'because.part.address',
  'in the heading above': 'because.part.heading',
  'beside the headline': 'because.part.headline',
  "the link's own description": 'because.part.description',
}

/** Why a list was taken for news, in the person's language; null for a sentence that this screen does not know. */
export function sayBecause(t: Words, reason: string): string | null {
  for (const [form, key, names] of forms) {
    const found = form.exec(reason)
    if (found !== null) return t(key, Object.fromEntries(names.map((name, at) => [name, valueOf(t, name, found[at + 1] ?? '')])))
  }
  return null
}

// A part without a name is that of its element, which is the same in every language.
function valueOf(t: Words, name: string, found: string): string | number {
  if (name === 'count') return Number(found)
  if (name !== 'part') return found
  const key = Object.hasOwn(parts, found) ? parts[found] : undefined
  return key === undefined ? found : t(key)
}
