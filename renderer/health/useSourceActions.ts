import { useState } from 'react'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import type { Source } from '../../shared/contract/source.ts'
import { openAdd } from '../state/addDraft.ts'
import { useAsk } from '../state/asking.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { tellRefusal } from '../state/marking.ts'
import { tell } from '../state/notices.ts'
import { goTo } from '../state/screen.ts'

/** What can be done about a source. */
export type SourceActions = {
  readonly askNow: () => void
  readonly isAsking: boolean
  readonly lookForAddress: () => void
  readonly openPage: () => void
  readonly unfollow: () => void
  readonly show: () => void
}

/** The {@link SourceActions} of a source. Each tells at the foot of the screen what came of it. */
export function useSourceActions(source: Source): SourceActions {
  const ask = useAsk()
  const bridge = useBridge()
  const [isAsking, setIsAsking] = useState(false)
  const { id, title, url, siteUrl, category, folder } = source
  const askNow = () => {
    setIsAsking(true)
    const asked = ask('refresh', { sourceIds: [id], force: true })
    asked.then((report) => tellOutcome(source, report), tellRefusal).finally(() => setIsAsking(false))
  }
  return {
    askNow,
    isAsking,
    // The new one is followed beside the old one, whose articles stay until a person unfollows it.
    lookForAddress: () => openAdd({ address: siteUrl ?? url, isAsked: false, category, folder }),
    openPage: () => bridge.openAddress(siteUrl ?? url),
    unfollow: () => void ask('removeSource', { id }).then(({ undo }) => tell('health.unfollowed', { title }, undo), tellRefusal),
    show: () => goTo({ kind: 'list', scope: { view: 'all', sourceId: id } }),
  }
}

function tellOutcome({ id, title, health }: Source, { failed }: RequestOutput<'refresh'>): void {
  // The row itself says what is wrong, in the person's language.
  if (failed.some((each) => each.sourceId === id)) tell('health.stillFailing', { title })
  else tell(health.state === 'ok' || health.state === 'never' ? 'health.asked' : 'health.worksAgain', { title })
}
