import { Button } from '../parts/Button.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useRequest } from '../state/asking.ts'
import { useWords } from '../words/useWords.ts'

/** The way in with no network at all. The page gives way to the news by itself, once it has come. */
export function SampleOffer() {
  const { t } = useWords()
  const { mutate, isPending, error, data } = useRequest('addSample')
  return (
    <>
      <Button isPending={isPending} onPress={() => mutate({})}>
        {t('welcome.sampleButton')}
      </Button>
      {error !== null && <FailureNote failure={error.failure} onAct={() => mutate({})} />}
      {data?.sources.length === 0 && <p role="alert">{t('welcome.sampleNothing')}</p>}
    </>
  )
}
