import { Ellipsis, ExternalLink, List, Pencil, RefreshCw, Search, Trash2 } from 'lucide-react'
import type { ActionName } from '../../shared/actions.ts'
import { useWords } from '../words/useWords.ts'
import { Menu } from './Menu.tsx'

type SourceMenuProps = {
  readonly title: string
  /** It is the source whose articles are listed: what has a key shows it. */
  readonly hasKeys?: boolean
  readonly acts: {
    /** Left out where its articles are shown already, or the line itself leads to them. */
    readonly show?: () => void
    readonly askNow: () => void
    readonly edit: () => void
    readonly lookForAddress: () => void
    readonly openPage: () => void
    readonly unfollow: () => void
  }
}

const ICON = 16

/** Everything that can be done with a source, whatever its state. */
export function SourceMenu({ title, acts, hasKeys = false }: SourceMenuProps) {
  const { t } = useWords()
  const keyOf = (action: ActionName) => (hasKeys ? { action } : {})
  const show = acts.show && { id: 'show', words: t('health.goTo'), icon: <List size={ICON} aria-hidden />, onPress: acts.show }
  return (
    <Menu
      label={t('health.more', { title })}
      icon={<Ellipsis size={18} aria-hidden />}
      entries={[
        ...(show === undefined ? [] : [show]),
        {
          id: 'ask',
          words: t('health.askNow'),
          icon: <RefreshCw size={ICON} aria-hidden />,
          ...keyOf('refreshSource'),
          onPress: acts.askNow,
        },
        { id: 'edit', words: t('health.edit'), icon: <Pencil size={ICON} aria-hidden />, ...keyOf('editSource'), onPress: acts.edit },
        { id: 'address', words: t('health.newAddress'), icon: <Search size={ICON} aria-hidden />, onPress: acts.lookForAddress },
        { id: 'open', words: t('health.openPage'), icon: <ExternalLink size={ICON} aria-hidden />, onPress: acts.openPage },
        {
          id: 'unfollow',
          words: t('health.unfollow'),
          icon: <Trash2 size={ICON} aria-hidden />,
          ...keyOf('unfollow'),
          onPress: acts.unfollow,
        },
      ]}
    />
  )
}
