import { Button } from '../parts/Button.tsx'
import { Select } from '../parts/Select.tsx'
import { Switch } from '../parts/Switch.tsx'
import { useDesktop } from '../state/desktop.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

const badges = ['off', 'today', 'all'] as const

/** What holds for the app on this computer alone; nothing on a host that has no such choices. */
export function ThisComputer() {
  const { t } = useWords()
  const desktop = useDesktop()
  if (desktop === null) return null
  const { settings, can, change } = desktop
  return (
    <Section title={t('desktop.title')}>
      <Switch
        label={t('desktop.keepsRunning')}
        advice={t(can.keepRunning ? 'desktop.keepsRunningAdvice' : 'desktop.keepsRunningCannot')}
        isOn={can.keepRunning && settings.keepsRunning}
        isDisabled={!can.keepRunning}
        onChange={(keepsRunning) => change({ keepsRunning })}
      />
      <Switch
        label={t('desktop.startsAtLogin')}
        advice={t('desktop.startsAtLoginAdvice')}
        isOn={settings.startsAtLogin}
        isDisabled={!can.startAtLogin}
        onChange={(startsAtLogin) => change({ startsAtLogin })}
      />
      <Switch
        label={t('desktop.opensFeedLinks')}
        advice={t(can.openFeedLinks ? 'desktop.opensFeedLinksAdvice' : 'desktop.opensFeedLinksCannot')}
        isOn={settings.opensFeedLinks}
        isDisabled={!can.openFeedLinks}
        onChange={(opensFeedLinks) => change({ opensFeedLinks })}
      />
      <Select
        label={t('desktop.badge')}
        value={settings.badge}
        options={badges.map((value) => ({ value, words: t(`desktop.badge.${value}`) }))}
        onChange={(badge) => change({ badge })}
      />
      <Log desktop={desktop} />
    </Section>
  )
}

type Desktop = NonNullable<ReturnType<typeof useDesktop>>

function Log({ desktop: { settings, change, showLog } }: { readonly desktop: Desktop }) {
  const { t } = useWords()
  return (
    <>
      <Switch
        label={t('desktop.detailedLog')}
        advice={t('desktop.detailedLogAdvice')}
        isOn={settings.isLogDetailed}
        onChange={(isLogDetailed) => change({ isLogDetailed })}
      />
      <PressLine label={t('desktop.log')}>
        <Button onPress={showLog}>{t('desktop.showLog')}</Button>
      </PressLine>
    </>
  )
}
