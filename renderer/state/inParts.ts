/** How many saved items one request changes: few enough for the engine to answer others between two of them. */
const AT_ONCE = 1000

/** How many changed, and how all of that is taken back. */
export type Changed = { readonly changed: number; readonly undo: string | null }

/**
 * Changes any number of saved items, in as many requests as it takes, with one undo for all. Where one of them is refused, what was
 * changed before is told all the same, with its undo, and the refusal goes on up.
 *
 * @param change asks for one part; `joins` is the undo of the parts before it.
 */
export async function inParts(
  ids: readonly string[],
  change: (part: { ids: string[]; joins?: string }) => Promise<Changed>,
  tellChanged: (all: Changed) => void,
): Promise<void> {
  let all: Changed = { changed: 0, undo: null }
  try {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const { changed, undo } = await change({ ids: ids.slice(from, from + AT_ONCE), ...(all.undo === null ? {} : { joins: all.undo }) })
      all = { changed: all.changed + changed, undo: undo ?? all.undo }
    }
  } catch (refusal) {
    if (all.changed > 0) tellChanged(all)
    throw refusal
  }
  tellChanged(all)
}
