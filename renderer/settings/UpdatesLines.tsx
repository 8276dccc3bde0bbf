import type { UpdateState, Updates } from '../../shared/updates.ts'
import { Button } from '../parts/Button.tsx'
import { Choice } from '../parts/Choice.tsx'
import { useBridge } from '../state/bridgeContext.tsx'
import { useUpdates } from '../state/updates.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine } from './Section.tsx'

/** Whether newer versions are looked for, and what was found; nothing where the host has no updates. */
export function UpdatesLines() {
  const { t } = useWords()
  const asked = useUpdates()
  if (asked === null) return null
  const { updates, ask } = asked
  if (updates.page === null) return <p className="press-advice">{t('updates.none')}</p>
  return (
    <>
      <Choice
        label={t('updates.daily')}
        value={updates.isOn ? 'on' : 'off'}
        options={[
          { value: 'on', words: t('updates.on') },
          { value: 'off', words: t('updates.off') },
        ]}
        onChange={(chosen) => ask({ do: 'choose', isOn: chosen === 'on' })}
      />
      <Choice
        label={t('updates.channel')}
        value={updates.channel}
        options={[
          { value: 'latest', words: t('updates.latest') },
          { value: 'beta', words: t('updates.beta') },
        ]}
        onChange={(channel) => ask({ do: 'choose', channel })}
      />
      <PressLine label={t('updates.title')} advice={t(updates.installs ? 'updates.installs' : 'updates.byHand')}>
        <Act updates={updates} onCheck={() => ask({ do: 'check' })} onInstall={() => ask({ do: 'install' })} />
      </PressLine>
      <Said state={updates.state} />
    </>
  )
}

type ActProps = { readonly updates: Updates; readonly onCheck: () => void; readonly onInstall: () => void }

/** The one thing to do now. */
function Act({ updates: { state, page }, onCheck, onInstall }: ActProps) {
  const { t } = useWords()
  const bridge = useBridge()
  if (state.kind === 'ready') return <Button onPress={onInstall}>{t('updates.install')}</Button>
  if (state.kind === 'found' && page !== null) return <Button onPress={() => bridge.openAddress(page)}>{t('updates.open')}</Button>
  return (
    <Button isPending={state.kind === 'checking' || state.kind === 'fetching'} onPress={onCheck}>
      {t('updates.check')}
    </Button>
  )
}

function Said({ state }: { readonly state: UpdateState }) {
  const { t } = useWords()
  if (state.kind === 'idle') return null
  if (state.kind === 'failed')
    return (
      <p className="press-advice" role="alert">
        {t(`updates.failed.${state.reason}`)}
      </p>
    )
  const { version = '', percent = 0 } = 'version' in state ? { percent: 0, ...state } : {}
  return <output className="press-done">{t(`updates.${state.kind}`, { version, percent })}</output>
}
