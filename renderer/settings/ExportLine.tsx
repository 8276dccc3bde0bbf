import { useId, useRef, useState } from 'react'
import { edition } from '../../shared/edition.ts'
import { Button } from '../parts/Button.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useRequest } from '../state/asking.ts'
import { useBridge } from '../state/bridgeContext.tsx'
import { useWords } from '../words/useWords.ts'
import { download } from './download.ts'
import { PressLine } from './Section.tsx'

const FILE = `${edition.productName.toLowerCase()}-subscriptions.opml`

/**
 * Subscriptions out: as a file where the page may write one, as text to copy where it may not.
 * The desktop host refuses every download of its page, so there it is the text.
 */
export function ExportLine({ count }: { readonly count: number }) {
  const { t } = useWords()
  const { host } = useBridge()
  const { mutate, isPending, error, data } = useRequest('exportOpml')
  const mayDownload = host.kind === 'browser'
  const run = () => mutate({}, { onSuccess: ({ opml }) => mayDownload && download(FILE, opml) })
  return (
    <>
      <PressLine label={t('settings.export')} advice={t('settings.exportAdvice', { count })}>
        <Button isPending={isPending} isDisabled={count === 0} onPress={run}>
          {t('export.button')}
        </Button>
      </PressLine>
      {error !== null && <FailureNote failure={error.failure} onAct={run} />}
      {data !== undefined &&
        (mayDownload ? <output className="press-done">{t('export.done', { name: FILE })}</output> : <TextToCopy text={data.opml} />)}
    </>
  )
}

function TextToCopy({ text }: { readonly text: string }) {
  const { t } = useWords()
  const id = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState<'export.copied' | 'export.notCopied' | null>(null)
  const copy = () => {
    area.current?.select()
    navigator.clipboard.writeText(text).then(
      () => setSaid('export.copied'),
      () => setSaid('export.notCopied'),
    )
  }
  return (
    <div className="export-text">
      <label htmlFor={id}>{t('export.show', { name: FILE })}</label>
      <textarea ref={area} id={id} className="field-input" readOnly rows={5} value={text} spellCheck={false} />
      <div className="export-copy">
        <Button onPress={copy}>{t('export.copy')}</Button>
        <output>{said !== null && t(said)}</output>
      </div>
    </div>
  )
}
