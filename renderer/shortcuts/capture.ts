/** How the pressing of a new key goes: nothing yet, a first key that a second may follow, or the whole. */
export type Capture =
  | { readonly step: 'waiting' }
  | { readonly step: 'pressed'; readonly keys: string }
  | { readonly step: 'done'; readonly keys: string }
  | { readonly step: 'left' }

/** How long a second key may take. */
export const SECOND_KEY_WITHIN = 900

/** Nothing pressed yet. */
export const waiting: Capture = { step: 'waiting' }

/** A key more, by the name that the key map gives it: Escape leaves, a second key ends a sequence, `Mod` and named keys stand alone. */
export function press(capture: Capture, name: string): Capture {
  if (name === 'Escape') return { step: 'left' }
  if (capture.step === 'pressed') return { step: 'done', keys: `${capture.keys} ${name}` }
  return mayBegin(name) ? { step: 'pressed', keys: name } : { step: 'done', keys: name }
}

/** No second key came in time. */
export function settle(capture: Capture): Capture {
  return capture.step === 'pressed' ? { step: 'done', keys: capture.keys } : capture
}

// Only a plain letter or sign begins a sequence, as in `g t`.
function mayBegin(name: string): boolean {
  return name.length === 1
}
