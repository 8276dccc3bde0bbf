import { useState, type DragEvent, type KeyboardEvent } from 'react'
import type { Rule } from '../../shared/contract/rule.ts'
import { useRuleActions } from '../state/rules.ts'

/** Where a rule would be dropped, and what moves it there. */
export type Reordering = {
  /** What a row listens for while a rule is dragged over it. */
  readonly rowOf: (rule: Rule) => {
    readonly 'data-target': boolean
    readonly onDragOver: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
  /** What a rule is taken by: with the mouse, or with the arrow keys. */
  readonly gripOf: (rule: Rule) => {
    readonly draggable: true
    readonly onDragStart: (event: DragEvent) => void
    readonly onDragEnd: () => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
  /** Moves a rule one place up (-1) or down. */
  readonly step: (rule: Rule, by: 1 | -1) => void
}

/** Puts rules in another order, by dragging and by keys; `onMoved` is told the new place, counted from 1. */
export function useReordering(rules: readonly Rule[], onMoved: (rule: Rule, place: number) => void): Reordering {
  const { placeOf, moveTo, step } = useMoving(rules, onMoved)
  const [draggedId, setDraggedId] = useState<string | null>(null)
  const [targetId, setTargetId] = useState<string | null>(null)

  function leave(): void {
    setDraggedId(null)
    setTargetId(null)
  }

  return {
    step,
    rowOf: (rule) => ({
      'data-target': targetId === rule.id && draggedId !== rule.id,
      onDragOver: (event) => {
        if (draggedId === null) return
        event.preventDefault()
        setTargetId(rule.id)
      },
      onDrop: (event) => {
        event.preventDefault()
        const dragged = rules.find((one) => one.id === draggedId)
        if (dragged !== undefined) moveTo(dragged, placeOf(rule.id))
        leave()
      },
    }),
    gripOf: (rule) => ({
      draggable: true,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', rule.name)
        setDraggedId(rule.id)
      },
      onDragEnd: leave,
      onKeyDown: (event) => stepByKey(event, (by) => step(rule, by)),
    }),
  }
}

function useMoving(rules: readonly Rule[], onMoved: (rule: Rule, place: number) => void) {
  const { move } = useRuleActions()
  const placeOf = (id: string): number => rules.findIndex((rule) => rule.id === id)
  const moveTo = (rule: Rule, place: number): void => {
    const others = rules.filter((one) => one.id !== rule.id)
    if (place < 0 || place > others.length || place === placeOf(rule.id)) return
    move(rule.id, others[place]?.id ?? null)
    onMoved(rule, place + 1)
  }
  return { placeOf, moveTo, step: (rule: Rule, by: 1 | -1): void => moveTo(rule, placeOf(rule.id) + by) }
}

function stepByKey(event: KeyboardEvent, step: (by: 1 | -1) => void): void {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  event.preventDefault()
  step(event.key === 'ArrowUp' ? -1 : 1)
}
