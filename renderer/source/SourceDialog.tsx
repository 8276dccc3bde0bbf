import { useState, type SyntheticEvent } from 'react'
import type { Source } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import { CategoryChoice } from '../parts/CategoryChoice.tsx'
import { Check } from '../parts/Check.tsx'
import { Copyable } from '../parts/Copyable.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Field } from '../parts/Field.tsx'
import { FolderField } from '../parts/FolderField.tsx'
import { IntervalSelect } from '../parts/IntervalSelect.tsx'
import { useRequest } from '../state/asking.ts'
import { useEditedSource, useSourceActs } from '../state/sourceActs.ts'
import { folderNames, useSource, useSources } from '../state/sources.ts'
import { useWords } from '../words/useWords.ts'
import './source.css'

/** Changes a source. Nothing where it is followed no more. */
export function SourceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const source = useSource(useEditedSource())
  if (source === null) return null
  return (
    <Dialog title={t('health.editTitle', { title: source.title })} onClose={onClose}>
      <Address source={source} />
      <SourceForm key={source.id} source={source} onClose={onClose} />
    </Dialog>
  )
}

/** Where it is asked. A source at another address is another source: one is led to look for it. */
function Address({ source }: { readonly source: Source }) {
  const { t } = useWords()
  const { lookForAddress } = useSourceActs(source)
  return (
    <div className="source-address">
      <Copyable value={source.url} />
      <Button look="quiet" onPress={lookForAddress}>
        {t('health.newAddress')}
      </Button>
    </div>
  )
}

/** Name, category, folder, interval and pictures of a source. */
function SourceForm({ source, onClose }: { readonly source: Source; readonly onClose: () => void }) {
  const { t, locale } = useWords()
  const { data: sources = [] } = useSources()
  const [title, setTitle] = useState(source.title)
  const [category, setCategory] = useState(source.category)
  const [folder, setFolder] = useState(source.folder ?? '')
  const [checkEvery, setCheckEvery] = useState(source.checkEvery)
  const [keepsPictures, setKeepsPictures] = useState(source.keepsPictures)
  const { mutate, isPending, error } = useRequest('changeSource')
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    const change = { title: title.trim() || source.title, category, folder: folder.trim() || null, checkEvery, keepsPictures }
    mutate({ id: source.id, ...change }, { onSuccess: onClose })
  }
  return (
    <form className="source-form" onSubmit={keep}>
      {/* A person has just asked to change it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Field label={t('health.name')} value={title} onChange={setTitle} autoFocus />
      <FolderField value={folder} folders={folderNames(sources, locale)} onChange={setFolder} />
      <CategoryChoice value={category} onChange={setCategory} />
      <IntervalSelect label={t('health.interval')} value={checkEvery} none={t('interval.as')} onChange={setCheckEvery} />
      <Check words={t('offline.keepsPictures')} isOn={keepsPictures} onChange={setKeepsPictures} />
      {error !== null && <FailureNote failure={error.failure} />}
      <div className="source-foot">
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" isPending={isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}
