import type { RequestInput } from '../../shared/contract/requests.ts'
import { useRequest } from '../state/asking.ts'
import { tell } from '../state/notices.ts'
import { goTo } from '../state/screen.ts'
import type { AnyFailure } from '../words/failureWords.ts'

type Follow = {
  readonly follow: (input: RequestInput<'addSource'>) => void
  readonly isPending: boolean
  readonly failure: AnyFailure | null
}

/** Follows, and then goes to the new source with a word of what came; `onClose` closes the dialog first. */
export function useFollow(onClose: () => void): Follow {
  const { mutate, isPending, error } = useRequest('addSource')
  const follow = (input: RequestInput<'addSource'>) =>
    mutate(input, {
      onSuccess: ({ source, found, already }) => {
        openSource(source.id, onClose)
        if (already) tell('add.alreadyFollowed', { title: source.title })
        else tell('add.followed', { title: source.title, count: found })
      },
    })
  return { follow, isPending, failure: error?.failure ?? null }
}

/** Shows the articles of a source, after the dialog has closed; the focus goes to them. */
export function openSource(sourceId: string, onClose: () => void): void {
  onClose()
  goTo({ kind: 'list', scope: { view: 'all', sourceId } })
}
