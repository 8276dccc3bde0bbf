import { goTo } from '../state/screen.ts'
import type { SavedView } from '../state/savedLook.ts'
import { wholeNumber } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'

type TagFilterProps = {
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  readonly view: SavedView
}

/** The tags of the saved items, to show those of one. */
export function TagFilter({ tags, view }: TagFilterProps) {
  const { t, locale } = useWords()
  return (
    <fieldset className="tag-filter" aria-label={t('saved.tags')}>
      <button type="button" className="tag" aria-pressed={view.tag === null} onClick={() => goTo({ ...view, tag: null })}>
        {t('saved.allTags')}
      </button>
      {tags.map(({ tag, count }) => (
        <button key={tag} type="button" className="tag" aria-pressed={view.tag === tag} onClick={() => goTo({ ...view, tag })}>
          <bdi>{tag}</bdi>
          <span className="tag-count figures">{wholeNumber(locale, count)}</span>
        </button>
      ))}
    </fieldset>
  )
}
