import { AArrowDown, AArrowUp, ALargeSmall, FoldHorizontal, UnfoldHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import { FontChoice } from '../parts/FontChoice.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { PopoverButton } from '../parts/PopoverButton.tsx'
import { ThemeChoice } from '../parts/ThemeChoice.tsx'
import { useChangeSettings, useSettings } from '../state/settings.ts'
import { useWords } from '../words/useWords.ts'
import './textSettings.css'

/** Size, typeface, line length and theme, a press away from the text. */
export function TextSettings() {
  const { t } = useWords()
  const { readingFont, theme } = useSettings()
  const change = useChangeSettings()
  return (
    <PopoverButton label={t('reading.textSettings')} icon={<ALargeSmall size={20} aria-hidden />}>
      <TextSize />
      <Measure />
      <FontChoice label={t('reading.font')} value={readingFont} onChange={(font) => change({ readingFont: font })} />
      <ThemeChoice label={t('reading.theme')} value={theme} onChange={(chosen) => change({ theme: chosen })} />
    </PopoverButton>
  )
}

function TextSize() {
  const { t } = useWords()
  const { textSize } = useSettings()
  const change = useChangeSettings()
  return (
    <Stepper label={t('reading.size')} value={textSize}>
      <IconButton
        label={t('reading.smaller')}
        action="smallerText"
        isDisabled={textSize <= 15}
        onPress={() => change({ textSize: textSize - 1 })}
      >
        <AArrowDown size={18} aria-hidden />
      </IconButton>
      <IconButton
        label={t('reading.larger')}
        action="largerText"
        isDisabled={textSize >= 24}
        onPress={() => change({ textSize: textSize + 1 })}
      >
        <AArrowUp size={18} aria-hidden />
      </IconButton>
    </Stepper>
  )
}

function Measure() {
  const { t } = useWords()
  const { measure } = useSettings()
  const change = useChangeSettings()
  return (
    <Stepper label={t('reading.measure')} value={measure}>
      <IconButton label={t('reading.narrower')} isDisabled={measure <= 50} onPress={() => change({ measure: Math.max(50, measure - 4) })}>
        <FoldHorizontal size={17} aria-hidden />
      </IconButton>
      <IconButton label={t('reading.wider')} isDisabled={measure >= 90} onPress={() => change({ measure: Math.min(90, measure + 4) })}>
        <UnfoldHorizontal size={17} aria-hidden />
      </IconButton>
    </Stepper>
  )
}

function Stepper({ label, value, children }: { readonly label: string; readonly value: number; readonly children: ReactNode }) {
  return (
    <fieldset className="choice" aria-label={label}>
      <span className="choice-label">{label}</span>
      <span className="stepper">
        <output className="figures">{value}</output>
        {children}
      </span>
    </fieldset>
  )
}
