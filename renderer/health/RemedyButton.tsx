import type { Source } from '../../shared/contract/source.ts'
import { Button } from '../parts/Button.tsx'
import type { SourceActs } from '../state/sourceActs.ts'
import { useWords } from '../words/useWords.ts'
import type { Remedy } from './remedy.ts'

type RemedyButtonProps = { readonly remedy: Remedy; readonly source: Source; readonly acts: SourceActs }

/** The one button of a trouble. */
export function RemedyButton({ remedy, source, acts }: RemedyButtonProps) {
  const { t } = useWords()
  switch (remedy) {
    case 'try-again':
      return (
        <Button isPending={acts.isAsking} onPress={acts.askNow}>
          {t(acts.isAsking ? 'health.trying' : source.health.state === 'never' ? 'health.askNow' : 'health.tryAgain')}
        </Button>
      )
    case 'new-address':
      return <Button onPress={acts.lookForAddress}>{t('health.newAddress')}</Button>
    case 'open-page':
      return <Button onPress={acts.openPage}>{t('health.openPage')}</Button>
    case 'unfollow':
      return <Button onPress={acts.unfollow}>{t('health.unfollow')}</Button>
    case 'none':
      return null
  }
}
