/** Anything that JSON can say. */
export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data }

const MOST_DEPTH = 60

/**
 * Reads one value as scripts write it: JSON, and also names without quotation marks, single ones, trailing commas and comments.
 * Nothing is run. Null where it is anything else (a call, an expression). Linear in the length read.
 */
export function readLiteral(source: string, start: number): { readonly value: Data; readonly end: number } | null {
  const reader = new LiteralReader(source, start)
  try {
    return { value: reader.value(0), end: reader.at }
  } catch (error) {
    if (error instanceof NotALiteral) return null
    throw error
  }
}

class NotALiteral extends Error {}

const WORDS: Readonly<Record<string, Data>> = { true: true, false: false, null: null, undefined: null, NaN: null }

class LiteralReader {
  readonly source: string
  at: number

  constructor(source: string, start: number) {
    this.source = source
    this.at = start
  }

  value(depth: number): Data {
    if (depth > MOST_DEPTH) throw new NotALiteral()
    this.skip()
    const sign = this.source[this.at]
    if (sign === '{') return this.object(depth)
    if (sign === '[') return this.array(depth)
    if (sign === '"' || sign === "'" || sign === '`') return this.text(sign)
    return this.word()
  }

  private object(depth: number): Data {
    const object: Record<string, Data> = {}
    this.at += 1
    for (this.skip(); !this.takes('}'); this.skip()) {
      const name = this.name()
      this.skip()
      if (!this.takes(':')) throw new NotALiteral()
      const value = this.value(depth + 1)
      if (name !== '__proto__') object[name] = value
      this.skip()
      if (!this.takes(',') && this.source[this.at] !== '}') throw new NotALiteral()
    }
    return object
  }

  private array(depth: number): Data {
    const array: Data[] = []
    this.at += 1
    for (this.skip(); !this.takes(']'); this.skip()) {
      array.push(this.value(depth + 1))
      this.skip()
      if (!this.takes(',') && this.source[this.at] !== ']') throw new NotALiteral()
    }
    return array
  }

  private name(): string {
    const sign = this.source[this.at]
    if (sign === '"' || sign === "'") return this.text(sign)
    return this.matched(/[\w$]{1,200}/uy)
  }

  private text(sign: string): string {
    let text = ''
    for (this.at += 1; ; this.at += 1) {
      const next = this.source[this.at]
      if (next === undefined) throw new NotALiteral()
      if (next === sign) break
      if (next === '$' && sign === '`') throw new NotALiteral()
      text += next === '\\' ? this.escaped() : next
    }
    this.at += 1
    return text
  }

  private escaped(): string {
    this.at += 1
    const sign = this.source[this.at] ?? ''
    const digits = sign === 'u' ? 4 : sign === 'x' ? 2 : 0
    if (digits === 0) return { n: '\n', t: '\t', r: '\r', b: '', f: '', '0': '', '\n': '' }[sign] ?? sign
    const code = Number.parseInt(this.source.slice(this.at + 1, this.at + 1 + digits), 16)
    this.at += digits
    return Number.isNaN(code) ? '' : String.fromCharCode(code)
  }

  private word(): Data {
    const word = this.matched(/[\w.+$!-]{1,60}/uy)
    if (word in WORDS) return WORDS[word] ?? null
    // What minifiers make of true, false and undefined.
    if (word === '!0' || word === '!1') return word === '!0'
    const number = Number(word)
    if (Number.isNaN(number)) throw new NotALiteral()
    return number
  }

  private matched(pattern: RegExp): string {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.source)?.[0]
    if (found === undefined) throw new NotALiteral()
    this.at += found.length
    return found
  }

  private takes(sign: string): boolean {
    if (this.source[this.at] !== sign) return false
    this.at += 1
    return true
  }

  private skip(): void {
    for (;;) {
      const sign = this.source[this.at]
      if (sign === ' ' || sign === '\n' || sign === '\r' || sign === '\t') this.at += 1
      else if (sign === '/' && this.source[this.at + 1] === '*') this.at = endOf(this.source, '*/', this.at)
      else if (sign === '/' && this.source[this.at + 1] === '/') this.at = endOf(this.source, '\n', this.at)
      else return
    }
  }
}

function endOf(source: string, sign: string, from: number): number {
  const found = source.indexOf(sign, from + 2)
  return found < 0 ? source.length : found + sign.length
}
