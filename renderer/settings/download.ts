const KEPT_FOR = 60_000

/** Hands a text to the browser as a file to keep. A download is no load of the page, so its policy does not forbid it. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/x-opml' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR)
}
