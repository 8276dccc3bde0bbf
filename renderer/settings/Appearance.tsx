import { Choice } from '../parts/Choice.tsx'
import { Select } from '../parts/Select.tsx'
import { ThemeChoice } from '../parts/ThemeChoice.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import { Section } from './Section.tsx'

/** Theme, language, and how lists are set. */
export function Appearance() {
  const { t } = useWords()
  const { theme, language } = useSettings()
  const change = useChangeSettings()
  return (
    <Section title={t('settings.appearance')}>
      <ThemeChoice label={t('settings.theme')} value={theme} onChange={(chosen) => change({ theme: chosen })} />
      {/* Each language in its own words: whoever does not read this one finds the way back. */}
      <Select
        label={t('settings.language')}
        value={language}
        options={[
          { value: 'system', words: t('settings.languageSystem') },
          { value: 'en', words: 'English' },
          { value: 'zh-CN', words: '简体中文' },
        ]}
        onChange={(chosen) => change({ language: chosen })}
      />
      <ListChoices />
    </Section>
  )
}

function ListChoices() {
  const { t } = useWords()
  const { density, order } = useSettings()
  const change = useChangeSettings()
  return (
    <>
      <Choice
        label={t('list.density')}
        value={density}
        options={[
          { value: 'comfortable', words: t('list.comfortable') },
          { value: 'compact', words: t('list.compact') },
        ]}
        onChange={(chosen) => change({ density: chosen })}
      />
      <Choice
        label={t('list.order')}
        value={order}
        options={[
          { value: 'newest', words: t('list.newest') },
          { value: 'oldest', words: t('list.oldest') },
        ]}
        onChange={(chosen) => change({ order: chosen })}
      />
    </>
  )
}
