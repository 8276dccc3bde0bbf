import { edition } from '../../shared/edition.ts'
import { Button } from '../parts/Button.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useFileRequest } from '../state/leavingFiles.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine } from './Section.tsx'

/** Subscriptions out, as a file. */
export function ExportLine({ count }: { readonly count: number }) {
  const { t } = useWords()
  const { mutate, isPending, error, data } = useFileRequest('exportSubscriptions')
  const run = () => mutate({ name: t('export.fileName', { product: edition.productName }) })
  return (
    <>
      <PressLine label={t('settings.export')} advice={t('settings.exportAdvice', { count })}>
        <Button isPending={isPending} isDisabled={count === 0} onPress={run}>
          {t('export.button')}
        </Button>
      </PressLine>
      {error !== null && <FailureNote failure={error.failure} onAct={run} />}
      {data !== undefined && data.outcome !== 'cancelled' && (
        <output className="press-done">{t(data.outcome === 'kept' ? 'export.kept' : 'export.handedOver', { name: data.name })}</output>
      )}
    </>
  )
}
