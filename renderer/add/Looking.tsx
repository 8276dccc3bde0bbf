import { Button } from '../parts/Button.tsx'
import { useLasting } from '../state/useNow.ts'
import { useWords } from '../words/useWords.ts'

const LONG = 4000

/** That an address is being looked at: a moving line, and a word more where it takes long. */
export function Looking({ address, onStop }: { readonly address: string; readonly onStop: () => void }) {
  const { t } = useWords()
  const isShown = useLasting(true)
  const isLong = useLasting(true, LONG)
  if (!isShown) return null
  return (
    <div className="looking">
      <div className="looking-bar" aria-hidden />
      <p>
        <bdi>{t('add.looking', { address })}</bdi>
      </p>
      {isLong && <p className="looking-more">{t('add.lookingLong')}</p>}
      <Button look="quiet" onPress={onStop}>
        {t('add.stop')}
      </Button>
    </div>
  )
}
