/** The tags in what a person typed: parted by commas (Western or Chinese), trimmed, each once. */
export function parseTags(typed: string): readonly string[] {
  const tags = typed
    .split(/[,，、;；]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  return [...new Set(tags)]
}
