import { lazy, Suspense } from 'react'
import { showDialog, useScreen, type DialogName } from './state/screen.ts'

const AddDialog = lazy(async () => ({ default: (await import('./add/AddDialog.tsx')).AddDialog }))
const ImportDialog = lazy(async () => ({ default: (await import('./add/ImportDialog.tsx')).ImportDialog }))
const ExportDialog = lazy(async () => ({ default: (await import('./export/ExportDialog.tsx')).ExportDialog }))
const SourceDialog = lazy(async () => ({ default: (await import('./source/SourceDialog.tsx')).SourceDialog }))
const SettingsDialog = lazy(async () => ({ default: (await import('./settings/SettingsDialog.tsx')).SettingsDialog }))
const CommandPalette = lazy(async () => ({ default: (await import('./palette/CommandPalette.tsx')).CommandPalette }))
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts/ShortcutsDialog.tsx')).ShortcutsDialog }))

const close = () => showDialog(null)

/** The dialog that stands open, if any; each is fetched when first opened. */
export function Dialogs() {
  const dialog = useScreen((screen) => screen.dialog)
  return <Suspense fallback={null}>{dialog !== null && drawn(dialog)}</Suspense>
}

function drawn(dialog: DialogName) {
  switch (dialog) {
    case 'add':
      return <AddDialog onClose={close} />
    case 'import':
      return <ImportDialog onClose={close} />
    case 'export':
      return <ExportDialog onClose={close} />
    case 'source':
      return <SourceDialog onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'palette':
      return <CommandPalette onClose={close} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />
  }
}
