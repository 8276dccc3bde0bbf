import { Binoculars } from 'lucide-react'
import type { SearchPart } from '../../shared/searchParts.ts'
import { Button } from '../parts/Button.tsx'
import { openRule, wordsRule } from '../state/rules.ts'
import { useWords } from '../words/useWords.ts'

const MOST = 200

/** Watches for the words of a search from now on, or mutes what has them. Its filters are for searching. */
export function WatchThis({ parts }: { readonly parts: readonly SearchPart[] }) {
  const { t } = useWords()
  const said = parts.flatMap((part) => (part.filter === null && !part.isUnwanted ? [part.text.replaceAll('"', '').trim()] : []))
  const words = said.join(' ').slice(0, MOST)
  if (!/[\p{L}\p{N}]/u.test(words)) return null
  return (
    <>
      <Button look="quiet" onPress={() => openRule(wordsRule(words, 'watch'))}>
        <Binoculars size={15} aria-hidden />
        {t('watch.search')}
      </Button>
      <Button look="quiet" onPress={() => openRule(wordsRule(words, 'mute'))}>
        {t('watch.muteWords')}
      </Button>
    </>
  )
}
