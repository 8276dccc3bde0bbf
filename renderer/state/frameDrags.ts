// The frame of an article has a document of its own, whose drags do not reach this one by themselves.
let listen: (event: DragEvent) => void = () => undefined

function handOnDrag(event: DragEvent): void {
  listen(event)
}

/** Calls back on what is dragged over the article's frame until the returned function is called. */
export function onFrameDrag(listener: (event: DragEvent) => void): () => void {
  listen = listener
  return () => (listen = () => undefined)
}

/** Keeps the frame where it is, whatever is let go over it. Returns how to stop. */
export function guardFrameDrags(inside: Document): () => void {
  inside.addEventListener('dragenter', handOnDrag)
  inside.addEventListener('dragover', refuse)
  inside.addEventListener('drop', refuse)
  return () => {
    inside.removeEventListener('dragenter', handOnDrag)
    inside.removeEventListener('dragover', refuse)
    inside.removeEventListener('drop', refuse)
  }
}

function refuse(event: Event): void {
  event.preventDefault()
}
