/**
 * Calls back when the page hears that the network went or came back, until the returned function is called; and at once where there is one,
 * for an engine that still believes what an earlier page told. A page that begins with none tells nothing: a computer with nothing but its own
 * loopback says so too, and what is there can still be read.
 */
export function watchNetwork(listener: (isOnline: boolean) => void): () => void {
  const hears = ({ type }: Event): void => listener(type === 'online')
  window.addEventListener('online', hears)
  window.addEventListener('offline', hears)
  if (navigator.onLine) listener(true)
  return () => {
    window.removeEventListener('online', hears)
    window.removeEventListener('offline', hears)
  }
}
