import type { NameRule } from './nameRules.ts'

/** What a node of the tree means when a text has led to it. */
export interface NamedCompany {
  readonly companyId: string
  readonly rule: NameRule
}

/** Names unit by unit: a text is walked down from each place where a name may begin. */
export interface NameNode {
  readonly next: Map<number, NameNode>
  named: readonly NamedCompany[]
}

/** A tree without names. */
export function emptyTree(): NameNode {
  return { next: new Map(), named: [] }
}

/** Puts a company's name into the tree. */
export function plantName(root: NameNode, company: NamedCompany): void {
  let node = root
  for (const unit of company.rule.units) {
    const next = node.next.get(unit) ?? emptyTree()
    node.next.set(unit, next)
    node = next
  }
  if (!node.named.some(({ companyId }) => companyId === company.companyId)) node.named = [...node.named, company]
}

/** Takes a company's name out of the tree, and the branches that led to nothing else. */
export function pullName(root: NameNode, company: NamedCompany): void {
  const path = [root]
  for (const unit of company.rule.units) {
    const next = path.at(-1)?.next.get(unit)
    if (next === undefined) return
    path.push(next)
  }
  const last = path.at(-1)
  if (last !== undefined) last.named = last.named.filter(({ companyId }) => companyId !== company.companyId)
  for (let depth = company.rule.units.length; depth > 0; depth -= 1) {
    const node = path[depth]
    const unit = company.rule.units[depth - 1]
    if (node === undefined || unit === undefined || node.named.length > 0 || node.next.size > 0) return
    path[depth - 1]?.next.delete(unit)
  }
}
