import type { SavedItem } from '../../shared/contract/article.ts'
import { useWords } from '../words/useWords.ts'

/** What a person added to a saved item, and what its copy still lacks; nothing where there is neither. */
export function Kept({ item }: { readonly item: SavedItem }) {
  const { t } = useWords()
  const lacks = [
    ...(item.lacksText ? [t('saved.textToCome')] : []),
    ...(item.missingPictures > 0 ? [t('saved.picturesToCome', { count: item.missingPictures })] : []),
  ]
  if (item.note === '' && item.tags.length === 0 && lacks.length === 0) return null
  return (
    <span className="saved-kept">
      {item.note !== '' && (
        <span className="saved-note">
          <span className="unseen">{t('saved.note')}: </span>
          {item.note}
        </span>
      )}
      {item.tags.map((tag) => (
        <bdi key={tag} className="saved-tag">
          {tag}
        </bdi>
      ))}
      {lacks.map((words) => (
        <span key={words} className="saved-lack">
          {words}
        </span>
      ))}
    </span>
  )
}
