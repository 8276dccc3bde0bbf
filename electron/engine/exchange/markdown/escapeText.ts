/** Characters that may begin or end something in Markdown wherever they stand. */
const ANYWHERE = /[\\`*[\]<~|]/g
/** What would be read as an HTML entity. */
const ENTITY = /&(?=#?\w{1,40};)/g
/** An underline between letters and digits is text; anywhere else it could be emphasis. */
const UNDERLINE = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Text as it must stand in Markdown to be read as itself; white space runs together, as in HTML. */
export function escapeText(text: string): string {
  return text
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(ANYWHERE, String.raw`\$&`)
    .replace(ENTITY, String.raw`\&`)
    .replace(UNDERLINE, String.raw`\_`)
}

/** Lines of a paragraph, with what only the beginning of a line gives a meaning made plain text. */
export function escapeLineStarts(paragraph: string): string {
  return paragraph.split('\n').map(escapeLineStart).join('\n')
}

function escapeLineStart(raw: string): string {
  const line = raw.trimStart()
  const numbered = /^(\d{1,9})([.)])(?=\s|$)/.exec(line)
  if (numbered !== null) return `${numbered[1]}\\${line.slice(numbered[1]?.length)}`
  const isMarked = /^(?:#{1,6}(?:\s|$)|[-+](?:\s|$)|>|=+\s*$|-+\s*$|[-:][-: ]*$)/.test(line)
  return isMarked ? `\\${line}` : line
}

/** An address as it stands in a link. */
export function escapeAddress(address: string): string {
  return address
    .replace(/[\s<>"\\`|]/g, (character) => encodeURIComponent(character))
    .replace(/[()]/g, String.raw`\$&`)
    .replace(ENTITY, String.raw`\&`)
}

/** Text on one line, with all white space run together. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
