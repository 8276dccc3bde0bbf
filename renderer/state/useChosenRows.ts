import { useCallback, useMemo, useRef, useState } from 'react'

/** Rows that a person chose to do something with all of them. */
export type ChosenRows = {
  /** In the order of the list; rows that left it are chosen no more. */
  readonly ids: readonly string[]
  readonly isChosen: (id: string) => boolean
  /** Chooses a row, or lets it go; `isRange`: and every row between it and the last one. */
  readonly toggle: (id: string, isRange: boolean) => void
  readonly chooseAll: () => void
  readonly clear: () => void
}

/** Keeps which rows of a list are chosen. */
export function useChosenRows(listed: readonly string[]): ChosenRows {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const last = useRef<string | null>(null)
  const toggle = useCallback(
    (id: string, isRange: boolean) => {
      const range = isRange ? between(listed, last.current, id) : [id]
      last.current = id
      setChosen((before) => {
        const isOn = !before.has(id)
        const rest = [...before].filter((each) => !range.includes(each))
        return new Set(isOn ? [...rest, ...range] : rest)
      })
    },
    [listed],
  )
  return useMemo(
    () => ({
      ids: listed.filter((id) => chosen.has(id)),
      isChosen: (id) => chosen.has(id),
      toggle,
      chooseAll: () => setChosen(new Set(listed)),
      clear: () => setChosen(new Set()),
    }),
    [listed, chosen, toggle],
  )
}

/** The ids from one to the other, both included, whichever comes first; the other alone where the first is not listed. */
export function between(listed: readonly string[], from: string | null, to: string): readonly string[] {
  const ends = [from === null ? -1 : listed.indexOf(from), listed.indexOf(to)].toSorted((one, other) => one - other)
  const [start = -1, end = -1] = ends
  return start === -1 ? [to] : listed.slice(start, end + 1)
}
