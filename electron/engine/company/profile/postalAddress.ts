const LONGEST = 220
const STREET =
  /\b(?:street|st\.|road|rd\.?|avenue|ave\.?|boulevard|blvd|lane|drive|square|park|way|suite|floor|building|block|district|room|house|business park|estate|quay|rue|place|chemin|allée|zone industrielle|z\.?i\.?|cedex|calle|avda|avenida|paseo|plaza|polígono|carretera|piso|viale?|corso|laan|straat|plein)\b|\p{L}(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|damm|ufer|chaussee)(?![\p{L}])|\b(?:am|an der|im|auf der|zum|zur) \p{Lu}\p{L}+ \d/iu
const HAN_PLACE = /[省市区區县縣镇鎮路街道号號弄巷里村园園厦廈楼樓层層室座栋棟]|[都道府県町丁目番地]/gu
const POSTCODE =
  /〒?\s?\d{3}-\d{4}|(?:^|[\s,(])(?:[A-Z]{1,2}-?)?\d{4,6}(?=[\s,)]|$)|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b/u
const CONTINENTAL = /^(?:[A-Z]{1,2}-)?\d{5} \p{Lu}[\p{L}.\-/() ]{1,50}$/u
const NUMBERED_STREET = /^[\p{Lu}\d][\p{L}\d.'’\-/ ]{2,60}$/u

/** Whether a text that is labelled as an address can be one. */
export function isAddress(text: string): boolean {
  if (text.length < 6 || text.length > LONGEST || /@|https?:|www\./iu.test(text) || isSentence(text)) return false
  const han = text.match(HAN_PLACE)?.length ?? 0
  if (/\p{Script=Han}/u.test(text)) return han >= 2
  return /\d/u.test(text) ? /\p{L}{2}/u.test(text) && /[ ,]/u.test(text) : text.includes(',') && STREET.test(text)
}

/** Whether an unlabelled line says so plainly that it is an address that no label is needed. */
export function isPlainlyAddress(text: string): boolean {
  if (!isAddress(text) || !/\d/u.test(text)) return false
  if (/〒\s?\d{3}-\d{4}/u.test(text)) return true
  const han = text.match(HAN_PLACE)?.length ?? 0
  if (/\p{Script=Han}/u.test(text)) return han >= 4 && /[号號楼樓室层層栋棟番]/u.test(text) && text.length <= 80 && !/[。!?]/u.test(text)
  return POSTCODE.test(text) && STREET.test(text) && text.length <= 160
}

/** "12345 Town" of continental Europe, the last line of an address. */
export function isTownLine(text: string): boolean {
  return CONTINENTAL.test(text)
}

/** "Musterweg 5" or "5 rue Haute": the line above the town. */
export function isStreetLine(text: string): boolean {
  return NUMBERED_STREET.test(text) && /\d/u.test(text) && /\p{L}{3}/u.test(text) && !isTownLine(text)
}

/** An address on one line, without what leads into or out of it. */
export function tidyAddress(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:：,，;；|·•–-]+|[\s,，;；|·•–。-]+$/gu, '')
    .replace(/(?<=\d{4})\.$/u, '')
}

/** Whether two texts name the same place: most words of the shorter stand in the longer. */
export function isSamePlace(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  const shared = [...few].filter((word) => many.has(word)).length
  return few.size > 0 && shared / few.size >= 0.75
}

function wordsOf(text: string): Set<string> {
  const folded = text.toLowerCase().replace(/straße|strasse/gu, 'str')
  const words = folded.match(/[\p{Script=Han}\p{Script=Katakana}]|[\p{L}\d]+/gu) ?? []
  return new Set(words)
}

function isSentence(text: string): boolean {
  return (
    /[!?!?]/u.test(text) || /\b(?:we|you|your|please|our|will|wir|sie|bitte|nous|vous|votre)\b/iu.test(text) || /[请您我们]{2}/u.test(text)
  )
}
