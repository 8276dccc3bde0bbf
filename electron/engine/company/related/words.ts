/** What a piece of a text is, for weighing: names and numbers say more about a story than words do. */
export type WordKind = 'word' | 'name' | 'number' | 'code' | 'day' | 'perhaps a name'

/** A word of a text as it is compared and as it is shown. */
export interface TextWord {
  /** Folded and, in English, without its ending. */
  readonly key: string
  readonly shown: string
  /** `'perhaps a name'` for a capital that may be due to the start of a sentence. */
  readonly kind: WordKind
  /** Whether only a space or hyphen parts it from the word before. */
  readonly isJoined: boolean
}

const LONGEST_TEXT = 24_000
const segmenters = new Map<string, Intl.Segmenter>()

/** The words of a text in its order; the end of a very long text adds nothing to what it is about. */
export function wordsOf(text: string, language: string | null): TextWord[] {
  const read = text.slice(0, LONGEST_TEXT)
  const { rest, words } = takeNumbers(read)
  return [...words, ...(isEastAsian(read) ? segmentedWords(rest, language) : latinWords(rest))]
}

/** Whether a text is mostly written without spaces between words. */
export function isEastAsian(text: string): boolean {
  const start = text.slice(0, 2_000)
  const han = start.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0
  return han > 0 && han * 3 > latin
}

/** Stands where a number was: the words around it are no phrase. */
const PARTED = ' ; '
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  百万: 1e6,
  万亿: 1e12,
}
const DAY_ENGLISH = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)? (${MONTHS.join('|')})|(${MONTHS.join('|')}) (\d{1,2})(?:st|nd|rd|th)?)\b(?:,? (?:19|20)\d\d)?`,
  'giu',
)
const DAY_HAN = /(?:(?:19|20)\d\d年)?(\d{1,2})月(\d{1,2})[日号號]/gu
const AMOUNT =
  /(?<![\p{Script=Latin}\d.])(\d{1,3}(?:[,,]\d{3})+|\d+)((?:\.\d+)?)\s?(thousand|million|billion|trillion|bn|万亿|百万|亿|億|万|萬)?(%|%)?(?![\p{Script=Latin}\d])/giu

const MEASURE =
  /(?<![\p{Script=Latin}\d.])(\d{1,6}(?:[.,]\d{1,3})?)[ -]?(MHz|GHz|kHz|THz|[GMT]bit\/s|[GMk]bps|[GM]B|TB|kWh?|MWh?|GWh?|kV|km|mm|nm|dB|mAh|Ah)(?![\p{Script=Latin}])/giu

// Days and amounts are made comparable in any language ("180 million" is "1.8亿") and taken out of the text.
function takeNumbers(text: string): { rest: string; words: TextWord[] } {
  const words: TextWord[] = []
  const add = (kind: WordKind, key: string, shown: string): string => {
    words.push({ key, shown: shown.trim(), kind, isJoined: false })
    return PARTED
  }
  const rest = text
    .replace(
      DAY_ENGLISH,
      (all: string, day1: string | undefined, month1: string | undefined, month2: string | undefined, day2: string | undefined) =>
        add('day', `${MONTHS.indexOf((month1 ?? month2 ?? '').toLowerCase()) + 1}-${Number(day1 ?? day2)}`, all),
    )
    .replace(DAY_HAN, (all: string, month: string, day: string) => add('day', `${Number(month)}-${Number(day)}`, all))
    .replace(MEASURE, (all: string, value: string, unit: string) =>
      add('number', `${Number(value.replace(',', '.'))}${unit.toLowerCase()}`, all),
    )
    .replace(AMOUNT, (all: string, whole: string, part: string, scale: string | undefined, share: string | undefined) => {
      const value = Number(whole.replace(/[,,]/gu, '') + part) * (SCALES[(scale ?? '').toLowerCase()] ?? 1)
      return isTelling(value, scale, share)
        ? add('number', `#${Number(value.toPrecision(6))}${share === undefined ? '' : '%'}`, all)
        : PARTED
    })
  return { rest, words }
}

// Small round numbers and years stand in every article.
function isTelling(value: number, scale: string | undefined, share: string | undefined): boolean {
  if (scale !== undefined) return true
  if (share !== undefined) return !Number.isInteger(value) || value % 10 !== 0
  return value >= 100 && !(value >= 1_900 && value <= 2_100)
}

const LATIN_WORD = /[\p{Script=Latin}\d][\p{Script=Latin}\p{M}\d]*(?:[&'’][\p{Script=Latin}\d]+)*/gu

function latinWords(text: string): TextWord[] {
  let end = -2
  return Array.from(text.matchAll(LATIN_WORD), (match) => {
    const isJoined = match.index === end + 1 && /[ -]/u.test(text[end] ?? '')
    end = match.index + match[0].length
    return latinWord(match[0], isSentenceStart(text, match.index), isJoined)
  })
}

function latinWord(raw: string, isFirst: boolean, isJoined: boolean): TextWord {
  const shown = raw.replace(/['’]s?$/u, '')
  const isCode = /\d/u.test(shown) || (shown.length >= 2 && shown.length <= 6 && shown === shown.toUpperCase() && /\p{Lu}/u.test(shown))
  const key = isCode ? shown.toLowerCase() : stemmed(shown.toLowerCase().normalize('NFD').replace(/\p{M}/gu, ''))
  const isCapital = /^\p{Lu}/u.test(shown)
  return { key, shown, kind: isCode ? 'code' : !isCapital ? 'word' : isFirst ? 'perhaps a name' : 'name', isJoined }
}

function isSentenceStart(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 3), at).trimEnd()
  return before === '' || /[.!?:;"“\n]$/u.test(before) || text[at - 1] === '\n'
}

/** English endings taken off lightly: what is left need not be a word, only the same for its forms. */
export function stemmed(word: string): string {
  if (word.length <= 3) return word
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2)
  if (/[^su]s$/u.test(word)) return stemmed(word.slice(0, -1))
  if (word.endsWith('ing') && word.length > 6) return undoubled(word.slice(0, -3))
  if (word.endsWith('ed') && word.length > 5) return undoubled(word.slice(0, -2))
  return word.endsWith('e') && word.length > 4 ? word.slice(0, -1) : word
}

function undoubled(stem: string): string {
  return /([bdgmnprt])\1$/u.test(stem) ? stem.slice(0, -1) : stem
}

function segmentedWords(text: string, language: string | null): TextWord[] {
  const locale = language?.toLowerCase().startsWith('ja') === true || /[\p{Script=Hiragana}]/u.test(text.slice(0, 2_000)) ? 'ja' : 'zh'
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' })
  segmenters.set(locale, segmenter)
  const words: TextWord[] = []
  let before = ''
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    const isHan = isWordLike === true && /^[\p{Script=Han}\p{Script=Katakana}ー]+$/u.test(segment)
    if (isWordLike === true && /^[\p{Script=Latin}\d]/u.test(segment)) words.push(latinWord(segment, false, false))
    const whole = segment.length >= 2 ? segment : SINGLES.has(segment) ? '' : before + segment
    // Words that a dictionary does not know fall into single characters; two beside each other are taken for one.
    if (isHan && whole.length >= 2) words.push({ key: whole, shown: whole, kind: 'word', isJoined: false })
    before = isHan && segment.length === 1 && !SINGLES.has(segment) ? segment : ''
  }
  return words
}

/** Characters that are words by themselves and part of no name. */
const SINGLES = new Set(
  '的了和是在有也与及等对为以将从到由被把向并而或但中上下个这那其该此我你他它们家条名次年月日时分前后内外已均各每近约超可能要会不都就又再更最很需须应来去出入起过里间种项块台座处万亿元'.split(
    '',
  ),
)
