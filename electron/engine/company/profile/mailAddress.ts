/** An e-mail address in running text; the text is a line of at most 2,000 characters. */
const PLAIN = /[\w.+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu
const AT = String.raw`\s?(?:[[({<]\s?(?:at|ät|@|arroba|a)\s?[\])}>]|\bAT\b)\s?`
const DOT = String.raw`(?:\.|\s?[[({<]\s?(?:dot|punkt|punto|point|\.)\s?[\])}>]\s?)`
const DISGUISED = new RegExp(String.raw`([\w.+-]{1,64})${AT}([\p{L}\d-]{1,63}(?:${DOT}[\p{L}\d-]{1,63}){1,4})`, 'gu')
const SPOKEN = /([\w.+-]{1,64}) (?:at) ([\p{L}\d-]{1,63}(?: dot [\p{L}\d-]{1,63}| ?\. ?[\p{L}\d-]{2,63}){1,3})$/u
const SPACED = /([\w.+-]{1,64}) ?[@@#] ?([\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4})/u

/** Every address in a text, disguises like "sales [at] example.com" undone, in lower case. */
export function mailAddressesIn(text: string, isLabelled: boolean): string[] {
  const plain = Array.from(text.matchAll(PLAIN), (match) => match[0])
  const disguised = Array.from(text.matchAll(DISGUISED), (match) => `${match[1]}@${undotted(match[2] ?? '')}`)
  const found = [...plain, ...disguised]
  const guessed = found.length === 0 && isLabelled ? fromLabelled(text) : []
  return [...found, ...guessed].map(cleaned).filter((address) => address !== null)
}

/** An address as a link or a data field gives it; null where it is none. */
export function mailAddressOf(raw: string): string | null {
  const text = decoded(raw.replace(/^mailto:/iu, '').split('?')[0] ?? '')
  return mailAddressesIn(text, false)[0] ?? null
}

/** What Cloudflare hides: hexadecimal bytes, all but the first XORed with the first. Empty where it is something else. */
export function openProtectedMail(hex: string): string {
  if (!/^(?:[\da-f]{2}){3,120}$/iu.test(hex)) return ''
  const bytes = Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
  const key = bytes[0] ?? 0
  return String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ key))
}

function fromLabelled(text: string): string[] {
  const match = SPOKEN.exec(text.trim()) ?? SPACED.exec(text)
  return match === null ? [] : [`${match[1]}@${undotted(match[2] ?? '')}`]
}

function undotted(host: string): string {
  return host.replace(/\s?(?:[[({<]\s?)?(?:\bdot\b|\bpunkt\b|\bpunto\b|\bpoint\b|\.)(?:\s?[\])}>])?\s?/gu, '.')
}

const FILE = /\.(?:png|jpe?g|gif|webp|svg|css|js|avif)$/u
const NOBODY =
  /^(?:you|your|yourname|your[._-]?e?mail|name|user|username|e?mail|someone|example|max\.mustermann|john\.?doe)@|@(?:example|domain|yourdomain|email|company|beispiel)\.(?:com|org|net|de)$|sentry|wixpress/u

function cleaned(raw: string): string | null {
  const address = raw.toLowerCase().replace(/^[.'-]+|[.'-]+$/gu, '')
  const ending = address.slice(address.lastIndexOf('.') + 1)
  if (ending.length < 2 || /^\d/u.test(ending) || FILE.test(address) || NOBODY.test(address)) return null
  return address
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
