const BETWEEN = /[,，、;；]/

/** The tags in what a person typed: parted by commas (Western or Chinese), trimmed, each once. */
export function parseTags(typed: string): readonly string[] {
  const tags = typed
    .split(BETWEEN)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  return [...new Set(tags)]
}

/** What a field of tags could be completed to: what stands before the last comma, and one of the known tags that is not there yet. */
export function completedTags(typed: string, known: readonly string[]): readonly string[] {
  const before = parseTags(typed.split(BETWEEN).slice(0, -1).join(','))
  return known.filter((tag) => !before.includes(tag)).map((tag) => [...before, tag].join(', '))
}
