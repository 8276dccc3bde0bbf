import { describe, expect, it } from 'vitest'
import { resolverRules } from '../../electron/shell/resolverRules.ts'

describe('resolverRules', () => {
  it('find no host where there are no updates', () => {
    expect(resolverRules(null)).toBe('MAP * ~NOTFOUND')
  })

  it('find the host of a feed of updates, whatever its port', () => {
    const rules = resolverRules({ provider: 'generic', url: 'https://updates.newsdesk.example:8443/linux/' })
    expect(rules).toBe('MAP * ~NOTFOUND, EXCLUDE updates.newsdesk.example')
  })

  it('find the hosts that keep releases', () => {
    const rules = resolverRules({ provider: 'github', owner: 'newsdesk', repo: 'newsdesk' })
    expect(rules).toMatch(/^MAP \* ~NOTFOUND, EXCLUDE github\.com, EXCLUDE api\.github\.com, /)
  })
})
