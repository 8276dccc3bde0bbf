/** A saved item as it should be. */
export interface ModelItem {
  readonly title: string
  readonly text: string
  readonly note: string
  readonly tags: readonly string[]
  readonly collectionId: string | null
  /** The addresses of its pictures. */
  readonly pictures: readonly string[]
}

/** What can be taken back, until when, and what taking it back makes of the model. */
interface ModelUndo {
  readonly token: string
  readonly until: number
  readonly takeBack: () => void
}

/** What a person keeps, as it should be after everything that was done: saved items and collections. */
export class SavedModel {
  readonly items = new Map<string, ModelItem>()
  undos: ModelUndo[] = []
  collections: { readonly id: string; readonly name: string }[] = []

  /** The pictures of all items, by their addresses. */
  pictures(): Set<string> {
    return new Set([...this.items.values()].flatMap((item) => item.pictures))
  }

  /** What was done before that moment, ten minutes ago, can be taken back no more. */
  forgetUndos(now: number): void {
    this.undos = this.undos.filter((undo) => undo.until >= now)
  }

  change(id: string, change: Partial<ModelItem>): void {
    const item = this.items.get(id)
    if (item) this.items.set(id, { ...item, ...change })
  }

  /** Lets an item go, and answers what brings it back: with its collection, made again where that is gone. */
  unsave(id: string): () => void {
    const item = this.items.get(id)
    const collection = this.collections.find((one) => one.id === item?.collectionId)
    this.items.delete(id)
    return () => {
      if (item === undefined || this.items.has(id)) return
      if (collection && !this.#hasCollection(collection.id)) this.collections.push(collection)
      this.items.set(id, item)
    }
  }

  /** Changes what a person wrote, and answers what takes back that of it; a collection that is gone is none. */
  write(id: string, words: Partial<Pick<ModelItem, 'note' | 'tags' | 'collectionId'>>): () => void {
    const before = this.items.get(id)
    this.change(id, words)
    return () => {
      if (before === undefined) return
      const there = this.#hasCollection(before.collectionId) ? before.collectionId : null
      const { note, tags, collectionId } = { ...before, collectionId: there }
      this.change(id, {
        ...('note' in words ? { note } : {}),
        ...('tags' in words ? { tags } : {}),
        ...('collectionId' in words ? { collectionId } : {}),
      })
    }
  }

  /** Moves a collection to a place, and answers what puts it back to the one where it stood. */
  move(id: string, place: number): () => void {
    const before = this.collections.findIndex((one) => one.id === id)
    const others = this.collections.filter((one) => one.id !== id)
    this.collections = others.toSpliced(place, 0, ...this.collections.filter((one) => one.id === id))
    return () => void this.move(id, before)
  }

  /** Renames a collection, and answers what gives it back its name. */
  rename(id: string, name: string): () => void {
    const before = this.collections.find((one) => one.id === id)?.name ?? ''
    this.collections = this.collections.map((one) => (one.id === id ? { id, name } : one))
    return () => void this.rename(id, before)
  }

  /** Its items stay; answers what brings it back with those of them that stand in no other by then. */
  removeCollection(id: string): () => void {
    const place = this.collections.findIndex((one) => one.id === id)
    const removed = this.collections.filter((one) => one.id === id)
    const inside = [...this.items].filter(([, item]) => item.collectionId === id).map(([item]) => item)
    this.collections = this.collections.filter((one) => one.id !== id)
    for (const item of inside) this.change(item, { collectionId: null })
    return () => {
      if (this.#hasCollection(id)) return
      this.collections = this.collections.toSpliced(place, 0, ...removed)
      for (const item of inside) if (this.items.get(item)?.collectionId === null) this.change(item, { collectionId: id })
    }
  }

  #hasCollection(id: string | null): boolean {
    return this.collections.some((one) => one.id === id)
  }
}
