import './engineNote.css'
import { Button } from './parts/Button.tsx'
import { useStoppedEngine } from './state/engineState.ts'
import { useWords } from './words/useWords.ts'

/** Says over everything that the engine was left stopped, with the one thing to do. */
export function EngineNote() {
  const { t } = useWords()
  const { isStopped, isStarting, start } = useStoppedEngine()
  if (!isStopped) return null
  return (
    <section className="engine-note" role="alert">
      <p>
        <strong>{t('engine.stopped')}</strong> {t('engine.stoppedAdvice')}
      </p>
      <Button look="primary" isPending={isStarting} onPress={() => start()}>
        {t('engine.start')}
      </Button>
    </section>
  )
}
