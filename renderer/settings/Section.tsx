import { useId, type ReactNode } from 'react'

/** A part of the settings: its name at the left, its choices at the right. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <div className="settings-choices">{children}</div>
    </section>
  )
}

type PressLineProps = {
  readonly label: string
  readonly advice?: string
  /** What there is to press. */
  readonly children: ReactNode
}

/** A line with something to press in place of something to choose. */
export function PressLine({ label, advice, children }: PressLineProps) {
  return (
    <div className="press-line">
      <div className="press-words">
        <p className="choice-label">{label}</p>
        {advice !== undefined && <p className="press-advice">{advice}</p>}
      </div>
      {children}
    </div>
  )
}
