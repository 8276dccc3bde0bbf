import { useState, type SyntheticEvent } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { Field } from '../parts/Field.tsx'
import { SuggestField } from '../parts/SuggestField.tsx'
import { tellRefusal, useMarking } from '../state/marking.ts'
import { useSavedFacets } from '../state/saved.ts'
import { showNote } from '../state/screen.ts'
import { completedTags, parseTags } from '../parts/tags.ts'
import { useWords } from '../words/useWords.ts'

/** The note and tags of an article: to read, or (`isOpen`) to write. */
export function NoteEditor({ article, isOpen }: { readonly article: Article; readonly isOpen: boolean }) {
  return isOpen ? <Editor article={article} /> : <Kept article={article} />
}

function Kept({ article }: { readonly article: Article }) {
  const { t } = useWords()
  return (
    <aside className="note" aria-label={t('reading.yourNote')}>
      {article.note !== null && article.note !== '' && <p className="note-text">{article.note}</p>}
      {article.tags.length > 0 && (
        <p className="note-tags">
          {article.tags.map((tag) => (
            <bdi key={tag}>{tag}</bdi>
          ))}
        </p>
      )}
      <Button look="quiet" onPress={() => showNote(true)}>
        {t('action.editNote')}
      </Button>
    </aside>
  )
}

function Editor({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const { keepNote } = useMarking()
  const known = useSavedFacets()
  const [note, setNote] = useState(article.note ?? '')
  const [tags, setTags] = useState(article.tags.join(', '))
  const keep = (event: SyntheticEvent) => {
    event.preventDefault()
    keepNote(article.id, note, parseTags(tags)).then(() => showNote(false), tellRefusal)
  }
  return (
    // Escape anywhere in the form leaves it; the fields are its own controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className="note" aria-label={t('reading.note')} onSubmit={keep} onKeyDown={(event) => event.key === 'Escape' && showNote(false)}>
      {/* A person has just asked for the note. */}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus */}
      <Field label={t('reading.yourNote')} value={note} onChange={setNote} lines={3} placeholder={t('reading.notePlaceholder')} autoFocus />
      <SuggestField
        label={t('reading.yourTags')}
        value={tags}
        onChange={setTags}
        suggestions={completedTags(
          tags,
          known.tags.map(({ tag }) => tag),
        )}
        placeholder={t('reading.tagsPlaceholder')}
      />
      <div className="note-foot">
        {!article.isSaved && <p>{t('reading.noteSaves')}</p>}
        <Button onPress={() => showNote(false)}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">
          {t('reading.keepNote')}
        </Button>
      </div>
    </form>
  )
}
