import { useState, type SyntheticEvent } from 'react'
import { checkIntervals } from '../../shared/checkIntervals.ts'
import type { Source } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import { Check } from '../parts/Check.tsx'
import { Choice } from '../parts/Choice.tsx'
import { Copyable } from '../parts/Copyable.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { Field } from '../parts/Field.tsx'
import { Select } from '../parts/Select.tsx'
import { SuggestField } from '../parts/SuggestField.tsx'
import { useRequest } from '../state/asking.ts'
import { useEditedSource, useSourceActs } from '../state/sourceActs.ts'
import { folderNames, useSource, useSources } from '../state/sources.ts'
import { sayInterval } from '../words/intervals.ts'
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
      <SuggestField
        label={t('add.folder')}
        value={folder}
        onChange={setFolder}
        suggestions={folderNames(sources, locale)}
        placeholder={t('add.folderPlaceholder')}
      />
      <Choice
        label={t('add.category')}
        value={category}
        options={[
          { value: 'company', words: t('add.company') },
          { value: 'industry', words: t('add.industry') },
        ]}
        onChange={setCategory}
      />
      <Select
        label={t('health.interval')}
        value={String(checkEvery)}
        options={[
          { value: 'null', words: t('interval.as') },
          ...checkIntervals.map((interval) => ({ value: String(interval), words: sayInterval(t, interval) })),
        ]}
        onChange={(chosen) => setCheckEvery(checkIntervals.find((interval) => String(interval) === chosen) ?? null)}
      />
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
