import { PanelLeft } from 'lucide-react'
import { useWords } from '../words/useWords.ts'
import { IconButton } from './IconButton.tsx'

/** Before a pane's title: brings the sidebar to sight. Nothing where it stands there already (`open`: null). */
export function SidebarButton({ open }: { readonly open: (() => void) | null }) {
  const { t } = useWords()
  return (
    open !== null && (
      <IconButton label={t('frame.openSidebar')} onPress={open}>
        <PanelLeft size={18} aria-hidden />
      </IconButton>
    )
  )
}
