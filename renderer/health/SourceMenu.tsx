import { Ellipsis, ExternalLink, List, Pencil, RefreshCw, Search, Trash2 } from 'lucide-react'
import type { Source } from '../../shared/contract/source.ts'
import { Menu } from '../parts/Menu.tsx'
import { useWords } from '../words/useWords.ts'
import type { SourceActions } from './useSourceActions.ts'

type SourceMenuProps = { readonly source: Source; readonly acts: SourceActions; readonly onEdit: () => void }

const ICON = 16

/** Everything that can be done with a source, whatever its state. */
export function SourceMenu({ source, acts, onEdit }: SourceMenuProps) {
  const { t } = useWords()
  return (
    <Menu
      label={t('health.more', { title: source.title })}
      icon={<Ellipsis size={18} aria-hidden />}
      entries={[
        { id: 'show', words: t('health.goTo'), icon: <List size={ICON} aria-hidden />, onPress: acts.show },
        { id: 'ask', words: t('health.askNow'), icon: <RefreshCw size={ICON} aria-hidden />, onPress: acts.askNow },
        { id: 'edit', words: t('health.edit'), icon: <Pencil size={ICON} aria-hidden />, onPress: onEdit },
        { id: 'address', words: t('health.newAddress'), icon: <Search size={ICON} aria-hidden />, onPress: acts.lookForAddress },
        { id: 'open', words: t('health.openPage'), icon: <ExternalLink size={ICON} aria-hidden />, onPress: acts.openPage },
        { id: 'unfollow', words: t('health.unfollow'), icon: <Trash2 size={ICON} aria-hidden />, onPress: acts.unfollow },
      ]}
    />
  )
}
