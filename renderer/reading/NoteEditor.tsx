import { Folder } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import type { Article } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { Field } from '../parts/Field.tsx'
import { SuggestField } from '../parts/SuggestField.tsx'
import { useCollections, useSavedFacets } from '../state/saved.ts'
import { showNote } from '../state/screen.ts'
import { completedTags, parseTags } from '../parts/tags.ts'
import { useWords } from '../words/useWords.ts'
import { CollectionField } from './CollectionField.tsx'
import './noteEditor.css'
import { useKeepWords, type Placing } from './useKeepWords.ts'

/** The note, tags and collection of an article: to read, or (`isOpen`) to write. */
export function NoteEditor({ article, isOpen }: { readonly article: Article; readonly isOpen: boolean }) {
  return isOpen ? <Editor article={article} /> : <Kept article={article} />
}

function Kept({ article }: { readonly article: Article }) {
  const { t } = useWords()
  return (
    <aside className="note" aria-label={t('reading.yourNote')}>
      {article.note !== null && article.note !== '' && <p className="note-text">{article.note}</p>}
      <Marks article={article} />
      <Button look="quiet" onPress={() => showNote(true)}>
        {t('action.editNote')}
      </Button>
    </aside>
  )
}

/** The collection that the article stands in, and its tags. */
function Marks({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const collection = useCollections().find(({ id }) => id === article.collectionId)
  if (collection === undefined && article.tags.length === 0) return null
  return (
    <p className="note-tags">
      {collection !== undefined && (
        <span className="note-collection">
          <Folder size={13} aria-hidden />
          <span className="unseen">{t('reading.yourCollection')}: </span>
          <bdi>{collection.name}</bdi>
        </span>
      )}
      {article.tags.map((tag) => (
        <bdi key={tag}>{tag}</bdi>
      ))}
    </p>
  )
}

function Editor({ article }: { readonly article: Article }) {
  const { t } = useWords()
  const keepWords = useKeepWords(article)
  const known = useSavedFacets()
  const [note, setNote] = useState(article.note ?? '')
  const [tags, setTags] = useState(article.tags.join(', '))
  const [placing, setPlacing] = useState<Placing>({ id: article.collectionId })
  const keep = async (event: SyntheticEvent) => {
    event.preventDefault()
    // A new collection without a name is none.
    const placed = 'newName' in placing && placing.newName.trim() === '' ? { id: article.collectionId } : placing
    if (await keepWords({ note, tags: parseTags(tags), placing: placed })) showNote(false)
  }
  return (
    // Escape anywhere in the form leaves it; the fields are its own controls.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className="note"
      aria-label={t('reading.note')}
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => event.key === 'Escape' && showNote(false)}
    >
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
      <CollectionField placing={placing} onChange={setPlacing} />
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
