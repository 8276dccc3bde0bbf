import { ArrowUp } from 'lucide-react'
import { useWords } from '../words/useWords.ts'
import './arrivedPill.css'

/** Says how many new articles wait above the list, and brings them in. */
export function ArrivedPill({ count, onPress }: { readonly count: number; readonly onPress: () => void }) {
  const { t } = useWords()
  return (
    <output className="arrived">
      <button type="button" className="arrived-button figures" onClick={onPress}>
        <ArrowUp size={14} aria-hidden />
        {t('list.arrived', { count })}
      </button>
    </output>
  )
}
