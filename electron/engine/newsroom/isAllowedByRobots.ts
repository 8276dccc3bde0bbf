import { parsedUrl } from './addresses.ts'

interface Rule {
  readonly isAllow: boolean
  readonly path: string
}

interface Group {
  readonly agents: readonly string[]
  readonly rules: readonly Rule[]
}

/** A robots.txt is read this far (RFC 9309, section 2.5: at least 500 KiB). */
const MOST_CHARACTERS = 524_288

/**
 * Whether robots.txt lets `userAgent` ask for an address (RFC 9309): the groups of the product's own name, else those of `*`;
 * the longest matching rule decides, and of two as long the allowing one. Nothing that matches: allowed.
 */
export function isAllowedByRobots(robotsTxt: string, userAgent: string, url: string): boolean {
  const target = parsedUrl(url)
  if (target === null || target.pathname === '/robots.txt') return true
  const path = normalised(target.pathname + target.search)
  const matching = rulesFor(groupsOf(robotsTxt), productOf(userAgent)).filter((rule) => matches(path, rule.path))
  const length = Math.max(0, ...matching.map((rule) => rule.path.length))
  const longest = matching.filter((rule) => rule.path.length === length)
  return longest.length === 0 || longest.some((rule) => rule.isAllow)
}

function productOf(userAgent: string): string {
  return /^[a-z_-]+/u.exec(userAgent.trim().toLowerCase())?.[0] ?? ''
}

function groupsOf(text: string): Group[] {
  const groups: { agents: string[]; rules: Rule[] }[] = []
  let isNaming = false
  for (const line of text
    .slice(0, MOST_CHARACTERS)
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)) {
    const parts = /^\s{0,99}(user-agent|allow|disallow)\s{0,99}:(.*)$/iu.exec(line.split('#', 1)[0] ?? '')
    if (parts === null) continue
    const value = (parts[2] ?? '').trim()
    const isAgent = parts[1]?.toLowerCase() === 'user-agent'
    if (isAgent && !isNaming) groups.push({ agents: [], rules: [] })
    if (isAgent) groups.at(-1)?.agents.push(value.toLowerCase())
    else if (value !== '') groups.at(-1)?.rules.push({ isAllow: parts[1]?.toLowerCase() === 'allow', path: normalised(value) })
    isNaming = isAgent
  }
  return groups
}

// Several groups of one name count as one (section 2.2.1).
function rulesFor(groups: readonly Group[], product: string): Rule[] {
  const own = groups.filter((group) => group.agents.some((agent) => agent !== '*' && productOf(agent) === product))
  const chosen = own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'))
  return chosen.flatMap((group) => [...group.rules])
}

// Percent signs are compared in one form: capitals, and only where they are needed.
function normalised(path: string): string {
  const written = path.replace(/%[0-9a-f]{2}/giu, (code) => {
    const sign = String.fromCharCode(Number.parseInt(code.slice(1), 16))
    return /[\w.~-]/u.test(sign) ? sign : code.toUpperCase()
  })
  return written.replace(/[^\u0021-\u007E]/gu, (sign) => (sign.isWellFormed() ? encodeURIComponent(sign) : ''))
}

// `*` is any run of characters, `$` the end. Matched piece by piece, so that no pattern costs more than its length (P03).
function matches(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$')
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*')
  const [first = '', ...rest] = pieces
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, piece] of rest.entries()) {
    if (isAnchored && index === rest.length - 1) return path.length - piece.length >= at && path.endsWith(piece)
    const found = path.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return !isAnchored || at === path.length
}
