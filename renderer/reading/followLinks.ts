/**
 * Catches every way in which a link of an article can be followed, and hands its address on instead: the frame itself goes nowhere.
 * Returns how to stop.
 */
export function followLinks(inside: Document, openAddress: (url: string) => void): () => void {
  const onClick = (event: MouseEvent) => {
    const link = linkAt(event.target)
    if (link === null) return
    event.preventDefault()
    // Of the auxiliary buttons only the middle one opens; the right one brings the menu.
    if (event.button < 2) openAddress(link.href)
  }
  inside.addEventListener('click', onClick)
  inside.addEventListener('auxclick', onClick)
  inside.addEventListener('dragstart', refuse)
  return () => {
    inside.removeEventListener('click', onClick)
    inside.removeEventListener('auxclick', onClick)
    inside.removeEventListener('dragstart', refuse)
  }
}

function refuse(event: Event): void {
  event.preventDefault()
}

// The frame has classes of its own, so `instanceof` of this window would not know its elements.
function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return (target as Partial<Element> | null)?.closest?.<HTMLAnchorElement>('a[href]') ?? null
}
