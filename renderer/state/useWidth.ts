import { useSyncExternalStore } from 'react'

/** Room on the screen: three panes, two and a drawer, or one at a time. */
export type Width = 'wide' | 'middle' | 'narrow'

const drawerBelow = '(max-width: 899.98px)'
const oneBelow = '(max-width: 639.98px)'

/** How many panes have room now. */
export function useWidth(): Width {
  return useSyncExternalStore(follow, current)
}

function current(): Width {
  if (window.matchMedia(oneBelow).matches) return 'narrow'
  return window.matchMedia(drawerBelow).matches ? 'middle' : 'wide'
}

function follow(onChange: () => void): () => void {
  const queries = [drawerBelow, oneBelow].map((query) => window.matchMedia(query))
  for (const query of queries) query.addEventListener('change', onChange)
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
  }
}
