import { useState } from 'react'
import type { ImportPreview } from '../../shared/contract/status.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { ImportReport } from '../parts/ImportReport.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { currentImportDraft } from '../state/importDraft.ts'
import { useImport, useImportPreview } from '../state/importing.ts'
import { useWords } from '../words/useWords.ts'
import './add.css'

/** A file that was opened or dropped: what it would bring, and a button that takes it. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const [file] = useState(currentImportDraft)
  const { data: preview, error, refetch } = useImportPreview(file)
  const taken = useImport(false)
  const take = () => file !== null && taken.mutate(file)
  return (
    <Dialog title={t('import.title')} onClose={onClose}>
      <p className="import-file">
        <bdi>{file?.name}</bdi>
      </p>
      <div aria-live="polite">
        {error !== null && <FailureNote failure={error.failure} onAct={() => void refetch()} />}
        {error === null && preview === undefined && <Skeleton of="rows" count={3} />}
        {preview !== undefined && !taken.isSuccess && <Preview preview={preview} />}
        {taken.error !== null && <FailureNote failure={taken.error.failure} onAct={take} />}
        {taken.data !== undefined && <ImportReport report={taken.data} />}
      </div>
      <div className="import-foot">
        {taken.isSuccess ? (
          <Button look="primary" onPress={onClose}>
            {t('common.done')}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t('common.cancel')}</Button>
            <Button look="primary" isPending={taken.isPending} isDisabled={preview === undefined || brings(preview) === 0} onPress={take}>
              {t('import.take')}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  )
}

function Preview({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useWords()
  const { fresh, already, folders, stars, skipped, first } = preview
  return (
    <>
      <p>{t('import.would', { fresh, folders })}</p>
      {already > 0 && <p>{t('import.known', { count: already })}</p>}
      {stars > 0 && <p>{t('import.wouldSave', { count: stars })}</p>}
      {skipped > 0 && <p>{t('import.wouldSkip', { count: skipped })}</p>}
      {first.length > 0 && (
        <ul className="import-first">
          {first.map(({ title, url }) => (
            <li key={url}>
              <bdi>{title}</bdi>
            </li>
          ))}
          {fresh > first.length && <li>{t('import.more', { count: fresh - first.length })}</li>}
        </ul>
      )}
    </>
  )
}

function brings({ fresh, stars }: ImportPreview): number {
  return fresh + stars
}
