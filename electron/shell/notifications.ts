import { Notification } from 'electron'
import type { EventBody } from '../../shared/contract/events.ts'
import type { Engine } from '../../shared/engine.ts'
import type { Visit } from '../../shared/visit.ts'
import { MOST_NAMED, notificationText, type NotificationText } from './notificationText.ts'
import { notificationWords } from './notificationWords.ts'
import { spokenLanguage } from './spokenLanguage.ts'

/** Where notifications come from, and where a click on one leads. */
export interface NotificationOptions {
  readonly engine: Pick<Engine, 'call' | 'subscribe'>
  readonly lead: (visit: Visit) => void
}

// A notification that nothing holds is collected, and its click leads nowhere.
const shown = new Set<Notification>()
const MOST_HELD = 20

/** Has the system notify of what rules caught: one notification for all that came together. */
export function notifyOfCaught({ engine, lead }: NotificationOptions): void {
  engine.subscribe((event) => {
    if (event.name === 'watchCaught') void tell(event.body, engine).then((text) => text && show(text, lead))
  })
}

async function tell(body: EventBody<'watchCaught'>, engine: NotificationOptions['engine']): Promise<NotificationText | null> {
  if (!Notification.isSupported()) return null
  const [settings, found] = await Promise.all([engine.call('getSettings', {}), firstOf(body, engine)])
  const chosen = settings.ok ? settings.value.settings.language : 'system'
  return notificationText(body, found, notificationWords(spokenLanguage(chosen)))
}

/** The first of the articles; where the event named none, the newest that are watched. */
async function firstOf({ articleIds }: EventBody<'watchCaught'>, engine: NotificationOptions['engine']) {
  const found =
    articleIds === null
      ? await engine.call('listArticles', { scope: { view: 'watching' }, limit: MOST_NAMED })
      : await engine.call('getRows', { ids: articleIds.slice(0, MOST_NAMED) })
  return found.ok ? found.value.articles : []
}

function show({ title, body, visit }: NotificationText, lead: NotificationOptions['lead']): void {
  const notification = new Notification({ title, body })
  const forget = (): void => void shown.delete(notification)
  notification.on('click', () => {
    forget()
    lead(visit)
  })
  notification.on('close', forget)
  for (const oldest of [...shown].slice(0, Math.max(0, shown.size - MOST_HELD + 1))) shown.delete(oldest)
  shown.add(notification)
  notification.show()
}
