import { Dialog } from '../parts/Dialog.tsx'
import { useWords } from '../words/useWords.ts'
import { About } from './About.tsx'
import { Appearance } from './Appearance.tsx'
import { Backup } from './Backup.tsx'
import { Checking } from './Checking.tsx'
import { Keeping } from './Keeping.tsx'
import { KeysSection } from './KeysSection.tsx'
import { ReadingSection } from './ReadingSection.tsx'
import { Offline } from './Offline.tsx'
import { SavedExport } from './SavedExport.tsx'
import './settings.css'
import { Subscriptions } from './Subscriptions.tsx'
import { Watching } from './Watching.tsx'
import { ThisComputer } from './ThisComputer.tsx'

/** Everything that a person can choose. Each change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  return (
    <Dialog title={t('settings.title')} size="wide" onClose={onClose}>
      <Appearance />
      <ReadingSection />
      <Checking />
      <Offline />
      <Keeping />
      <Watching />
      <ThisComputer />
      <KeysSection />
      <Subscriptions />
      <Backup />
      <SavedExport />
      <About />
    </Dialog>
  )
}
