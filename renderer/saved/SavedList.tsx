import { useCallback, type ChangeEvent, type MouseEvent } from 'react'
import type { SavedItem } from '../../shared/contract/article.ts'
import { ArticleRow } from '../parts/ArticleRow.tsx'
import { RowList } from '../parts/RowList.tsx'
import { choose, useScreen } from '../state/screen.ts'
import type { ChosenRows } from '../state/useChosenRows.ts'
import { useNow } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'
import { Kept } from './Kept.tsx'
import type { RowFocus } from './useChooseKey.ts'

const ROW = 112

type SavedListProps = { readonly saved: readonly SavedItem[]; readonly chosen: ChosenRows; readonly rowFocus: RowFocus }

/** The rows of saved items, each with a box to choose it with others. */
export function SavedList({ saved, chosen, rowFocus }: SavedListProps) {
  const now = useNow()
  const openId = useScreen((screen) => screen.place.articleId)
  const { toggle } = chosen
  const open = useCallback(
    (id: string, event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) toggle(id, event.shiftKey)
      else choose(id, true)
    },
    [toggle],
  )
  return (
    <RowList
      items={saved}
      keyOf={(item) => item.id}
      chosenId={openId}
      height={ROW}
      renderItem={(item, isReachable) => (
        <div
          className="saved-row"
          data-chosen={chosen.isChosen(item.id)}
          onFocus={() => rowFocus.onFocus(item.id)}
          onBlur={rowFocus.onBlur}
        >
          <ChooseBox item={item} chosen={chosen} isReachable={isReachable} />
          <ArticleRow
            row={item}
            at={item.savedAt}
            now={now}
            timeAs="short"
            isChosen={item.id === openId}
            isReachable={isReachable}
            onChoose={open}
            excerpt={item.note === '' ? item.excerpt : ''}
          >
            <Kept item={item} />
          </ArticleRow>
        </div>
      )}
    />
  )
}

type ChooseBoxProps = { readonly item: SavedItem; readonly chosen: ChosenRows; readonly isReachable: boolean }

function ChooseBox({ item, chosen, isReachable }: ChooseBoxProps) {
  const { t } = useWords()
  const toggle = ({ nativeEvent }: ChangeEvent) => chosen.toggle(item.id, 'shiftKey' in nativeEvent && nativeEvent.shiftKey === true)
  return (
    <input
      type="checkbox"
      className="saved-box"
      aria-label={t('saved.choose', { title: item.title })}
      tabIndex={isReachable ? 0 : -1}
      checked={chosen.isChosen(item.id)}
      onChange={toggle}
    />
  )
}
