import { useState } from 'react'
import type { RequestOutput } from '../../shared/contract/requests.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useRequest } from '../state/asking.ts'
import { useWords } from '../words/useWords.ts'

type Due = RequestOutput<'previewRetention'>

/** Lets go at once what the next tidying would: what that is is said first, for no undo brings it back. Then, what went. */
export function TidyNow({ due }: { readonly due: Due }) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const { mutate, isPending, error, data } = useRequest('applyRetention')
  const tidy = () => {
    setIsAsking(false)
    mutate({})
  }
  return (
    <>
      {(due.sources > 0 || isPending) && (
        <div>
          <Button isPending={isPending} onPress={() => setIsAsking(true)}>
            {t(isPending ? 'keeping.tidying' : 'keeping.tidy')}
          </Button>
        </div>
      )}
      {isAsking && <TidyDialog due={due} onTidy={tidy} onClose={() => setIsAsking(false)} />}
      {error !== null && <FailureNote failure={error.failure} onAct={tidy} />}
      {data !== undefined && !isPending && (
        <output className={data.isSkipped ? 'press-advice' : 'press-done'}>
          {data.isSkipped ? t('keeping.skipped') : t('keeping.gone', { count: data.gone })}
        </output>
      )}
    </>
  )
}

type TidyDialogProps = { readonly due: Due; readonly onTidy: () => void; readonly onClose: () => void }

function TidyDialog({ due, onTidy, onClose }: TidyDialogProps) {
  const { t } = useWords()
  const count = due.read + due.unread
  return (
    <Dialog title={t('keeping.tidyTitle')} onClose={onClose}>
      <div className="tidy">
        <p className="figures">{t('keeping.tidyWhat', { ...due, count })}</p>
        <p>{t('keeping.tidyEnd')}</p>
        <div className="tidy-foot">
          {/* Whoever presses Enter without reading keeps everything. */}
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
          <Button autoFocus onPress={onClose}>
            {t('common.cancel')}
          </Button>
          <Button look="primary" onPress={onTidy}>
            {t('keeping.tidyDo', { count })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
