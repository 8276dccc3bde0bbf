/** A value of the front matter: nothing, a text, a moment, or several texts. */
export type FrontValue = string | Date | readonly string[] | null

/** The head of a Markdown file, in YAML: one line a field. What holds nothing is left out. */
export function frontMatter(fields: Readonly<Record<string, FrontValue>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
    return [`${name}: ${written(value)}`]
  })
  return ['---', ...lines, '---'].join('\n')
}

function written(value: Exclude<FrontValue, null>): string {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' ? quoted(value) : `[${value.map(quoted).join(', ')}]`
}

// A double-quoted text of YAML takes the escapes of JSON; these three end a line in YAML and not in JSON.
function quoted(text: string): string {
  return JSON.stringify(text.toWellFormed()).replace(/[\u0085\u2028\u2029\ufeff]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
}
