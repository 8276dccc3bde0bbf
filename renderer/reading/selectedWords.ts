const MOST = 200

/** What is marked in the article on screen, as one line; null where that is nothing, or more than a phrase. */
export function selectedWords(): string | null {
  const frame = document.querySelector<HTMLIFrameElement>('.reading iframe, iframe')
  const marked = frame?.contentDocument?.getSelection()?.toString() ?? ''
  const words = marked.replaceAll(/\s+/g, ' ').trim()
  return /[\p{L}\p{N}]/u.test(words) && words.length <= MOST ? words : null
}
