import { useId } from 'react'
import './slider.css'

type SliderProps = {
  readonly label: string
  readonly value: number
  /** The value in words, beside the slider and for screen readers. */
  readonly words: string
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly onChange: (value: number) => void
}

/** A number within limits, to drag or to move with the arrow keys. */
export function Slider({ label, value, words, least, most, step = 1, onChange }: SliderProps) {
  const id = useId()
  return (
    <div className="slider">
      <label className="choice-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={words}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <span className="slider-words figures" aria-hidden>
        {words}
      </span>
    </div>
  )
}
