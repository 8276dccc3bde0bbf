import { useState } from 'react'
import { create } from 'zustand'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import type { Source } from '../../shared/contract/source.ts'
import { openAdd } from './addDraft.ts'
import { useAsk } from './asking.ts'
import { useBridge } from './bridgeContext.tsx'
import { tellRefusal } from './marking.ts'
import { tell } from './notices.ts'
import { goTo, leaveSource, showDialog } from './screen.ts'

/** What can be done about a source. */
export type SourceActs = {
  readonly askNow: () => void
  readonly isAsking: boolean
  /** Opens the dialog that changes it. */
  readonly edit: () => void
  readonly lookForAddress: () => void
  readonly openPage: () => void
  readonly unfollow: () => void
  readonly show: () => void
}

const useEdited = create<{ readonly id: string | null }>()(() => ({ id: null }))

/** The id of the source that the dialog changes. */
export function useEditedSource(): string | null {
  return useEdited(({ id }) => id)
}

/** The {@link SourceActs} of a source. Each tells at the foot of the screen what came of it. */
export function useSourceActs(source: Source): SourceActs {
  const ask = useAsk()
  const bridge = useBridge()
  const [isAsking, setIsAsking] = useState(false)
  const { id, title, url, siteUrl, category, folder } = source
  const askNow = () => {
    setIsAsking(true)
    const asked = ask('refresh', { sourceIds: [id], force: true })
    asked.then((report) => tellOutcome(source, report), tellRefusal).finally(() => setIsAsking(false))
  }
  const unfollow = async () => {
    const { undo } = await ask('removeSource', { id })
    leaveSource(id)
    tell('health.unfollowed', { title }, undo)
  }
  return {
    askNow,
    isAsking,
    edit: () => {
      useEdited.setState({ id })
      showDialog('source')
    },
    // The new one is followed beside the old one, whose articles stay until a person unfollows it.
    lookForAddress: () => openAdd({ address: siteUrl ?? url, isAsked: false, category, folder }),
    openPage: () => bridge.openAddress(siteUrl ?? url),
    unfollow: () => void unfollow().catch(tellRefusal),
    show: () => goTo({ kind: 'list', scope: { view: 'all', sourceId: id } }),
  }
}

function tellOutcome({ id, title, health }: Source, { failed }: RequestOutput<'refresh'>): void {
  // The row itself says what is wrong, in the person's language.
  if (failed.some((each) => each.sourceId === id)) tell('health.stillFailing', { title })
  else tell(health.state === 'ok' || health.state === 'never' ? 'health.asked' : 'health.worksAgain', { title })
}
