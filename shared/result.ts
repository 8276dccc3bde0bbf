/** A value, or the world's fault that stands in its place. Our own faults throw. */
export type Result<Value, Fault> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Fault }

/** The good half of a {@link Result}. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** The other half of a {@link Result}. */
export function failed<Fault>(failure: Fault): { readonly ok: false; readonly failure: Fault } {
  return { ok: false, failure }
}
