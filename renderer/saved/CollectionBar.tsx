import { ArrowLeft, ArrowRight, Ellipsis, FolderPlus, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Collection } from '../../shared/contract/article.ts'
import { Button } from '../parts/Button.tsx'
import { Menu } from '../parts/Menu.tsx'
import { useCollections } from '../state/saved.ts'
import type { SavedView } from '../state/savedLook.ts'
import { useSavedActs } from '../state/savedActs.ts'
import { goTo } from '../state/screen.ts'
import { wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { CollectionName } from './CollectionName.tsx'

const ICON = 16

/** The collections of the saved items: to show one, make one, and change the one that is shown. */
export function CollectionBar({ view }: { readonly view: SavedView }) {
  const { t } = useWords()
  const collections = useCollections()
  const { makeCollection, renameCollection } = useSavedActs()
  const [naming, setNaming] = useState<'new' | 'shown' | null>(null)
  const shown = collections.find((one) => one.id === view.collectionId)
  const keep = async (name: string) => {
    setNaming(null)
    if (naming === 'shown' && shown !== undefined) return renameCollection(shown.id, name)
    const id = await makeCollection(name)
    if (id !== null) goTo({ kind: 'saved', tag: null, collectionId: id })
  }
  return (
    <div className="collections">
      {collections.length > 0 && <Collections view={view} collections={collections} />}
      {shown !== undefined && <ShownMenu shown={shown} collections={collections} onRename={() => setNaming('shown')} />}
      {naming === null ? (
        <Button look="quiet" onPress={() => setNaming('new')}>
          <FolderPlus size={ICON} aria-hidden />
          {t('saved.newCollection')}
        </Button>
      ) : (
        <CollectionName
          name={naming === 'shown' ? (shown?.name ?? '') : ''}
          onKeep={(name) => void keep(name)}
          onCancel={() => setNaming(null)}
        />
      )}
    </div>
  )
}

type CollectionsProps = { readonly view: SavedView; readonly collections: readonly Collection[] }

function Collections({ view, collections }: CollectionsProps) {
  const { t, locale } = useWords()
  return (
    <fieldset className="collection-list" aria-label={t('saved.collections')}>
      <button
        type="button"
        className="tag"
        aria-pressed={view.collectionId === undefined}
        onClick={() => goTo({ kind: 'saved', tag: view.tag })}
      >
        {t('saved.allTags')}
      </button>
      {collections.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          className="tag"
          aria-pressed={view.collectionId === id}
          onClick={() => goTo({ ...view, collectionId: id })}
        >
          <bdi>{name}</bdi>
          <span className="tag-count figures">{wholeNumber(locale, count)}</span>
        </button>
      ))}
    </fieldset>
  )
}

type ShownMenuProps = { readonly shown: Collection; readonly collections: readonly Collection[]; readonly onRename: () => void }

function ShownMenu({ shown, collections, onRename }: ShownMenuProps) {
  const { t } = useWords()
  const { moveCollection, removeCollection } = useSavedActs()
  const place = collections.indexOf(shown)
  const moveBy = (by: number) => () => void moveCollection(shown, place + by)
  const earlier = { id: 'earlier', words: t('saved.moveEarlier'), icon: <ArrowLeft size={ICON} aria-hidden />, onPress: moveBy(-1) }
  const later = { id: 'later', words: t('saved.moveLater'), icon: <ArrowRight size={ICON} aria-hidden />, onPress: moveBy(1) }
  const remove = () => {
    void removeCollection(shown)
    goTo({ kind: 'saved', tag: null })
  }
  return (
    <Menu
      label={t('saved.moreOf', { name: shown.name })}
      icon={<Ellipsis size={ICON} aria-hidden />}
      entries={[
        { id: 'rename', words: t('saved.rename'), icon: <Pencil size={ICON} aria-hidden />, onPress: () => afterMenu(onRename) },
        ...(place > 0 ? [earlier] : []),
        ...(place < collections.length - 1 ? [later] : []),
        { id: 'remove', words: t('saved.removeCollection'), icon: <Trash2 size={ICON} aria-hidden />, onPress: remove },
      ]}
    />
  )
}

/** When the menu has given the focus back: the field would lose it again to that. */
function afterMenu(work: () => void): void {
  requestAnimationFrame(() => setTimeout(work, 0))
}
