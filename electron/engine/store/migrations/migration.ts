/** A step of a schema. Frozen once released; the next step has the next number. */
export interface Migration {
  /** 1, 2, 3 … without a gap: the database's `user_version` once it is done. */
  readonly number: number
  readonly name: string
  /** Why, in a sentence. */
  readonly reason: string
  /** Whole statements, done in one transaction. */
  readonly statements: readonly string[]
}
