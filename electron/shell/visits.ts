import type { WebContents } from 'electron'
import type { Visit } from '../../shared/visit.ts'
import { channels } from './channels.ts'

/** As much of a page as visits need. */
export type VisitedPage = Pick<WebContents, 'id' | 'send' | 'once'>

/** Leads the screen to a place, from outside of it. */
export interface Visits {
  /** Brings the window forward, opens it where there is none, and leads its screen there as soon as it listens. */
  lead(visit: Visit): void
  /** A page listens from now on, until it is loaded again or goes. */
  listen(page: VisitedPage): void
}

/** Makes the way to the one window that `show` brings forward; `current` is its page. The last place wins where several are asked for. */
export function createVisits(show: () => void, current: () => VisitedPage | null): Visits {
  let waiting: Visit | null = null
  let listening: number | null = null

  function flush(): void {
    const page = current()
    if (waiting === null || page === null || page.id !== listening) return
    page.send(channels.visit, waiting)
    waiting = null
  }

  return {
    lead: (visit) => {
      waiting = visit
      show()
      flush()
    },
    listen: (page) => {
      listening = page.id
      const leave = (): void => {
        if (listening === page.id) listening = null
      }
      // Another document of the window; the frame of an article inside of it is none.
      page.once('did-navigate', leave)
      page.once('render-process-gone', leave)
      page.once('destroyed', leave)
      flush()
    },
  }
}
