/** Text as code within a line. */
export function codeSpan(raw: string): string {
  const text = raw.replace(/\s+/gu, ' ')
  if (text.trim() === '') return text
  const ticks = '`'.repeat(longestRun(text) + 1)
  const isTight = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' '))
  return isTight ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`
}

/** Text as a block of code, its lines as they are. */
export function codeBlock(raw: string): string {
  const text = raw.replace(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\n+$/, '')
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return `${fence}\n${text}\n${fence}`
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length))
}
