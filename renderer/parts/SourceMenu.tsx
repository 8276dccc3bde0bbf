import { Ellipsis, ExternalLink, List, Pencil, RefreshCw, Search, Trash2 } from 'lucide-react'
import { useWords } from '../words/useWords.ts'
import { Menu } from './Menu.tsx'

type SourceMenuProps = {
  readonly title: string
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
export function SourceMenu({ title, acts }: SourceMenuProps) {
  const { t } = useWords()
  const show = acts.show && { id: 'show', words: t('health.goTo'), icon: <List size={ICON} aria-hidden />, onPress: acts.show }
  return (
    <Menu
      label={t('health.more', { title })}
      icon={<Ellipsis size={18} aria-hidden />}
      entries={[
        ...(show === undefined ? [] : [show]),
        { id: 'ask', words: t('health.askNow'), icon: <RefreshCw size={ICON} aria-hidden />, onPress: acts.askNow },
        { id: 'edit', words: t('health.edit'), icon: <Pencil size={ICON} aria-hidden />, onPress: acts.edit },
        { id: 'address', words: t('health.newAddress'), icon: <Search size={ICON} aria-hidden />, onPress: acts.lookForAddress },
        { id: 'open', words: t('health.openPage'), icon: <ExternalLink size={ICON} aria-hidden />, onPress: acts.openPage },
        { id: 'unfollow', words: t('health.unfollow'), icon: <Trash2 size={ICON} aria-hidden />, onPress: acts.unfollow },
      ]}
    />
  )
}
