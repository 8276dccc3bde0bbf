import { describe, expect, it } from 'vitest'
import { readArguments } from '../../electron/commandLine/readArguments.ts'
import { runCommand } from '../../electron/commandLine/runCommand.ts'
import type { Engine } from '../../shared/engine.ts'
import { failed, ok } from '../../shared/result.ts'

describe('runCommand', () => {
  it('prints one JSON document and closes the engine', async () => {
    const run = await newsdesk(['read', 'a1', 'a2', '--json'], { markRead: ok({ changed: 2, undo: 'x' }) })
    expect(run).toEqual({ code: 0, out: '{"changed":2}', err: '', calls: [['markRead', { ids: ['a1', 'a2'] }]], closed: true })
  })

  it('prints a failure as kind and sentence, and answers 1', async () => {
    const failure = { kind: 'not-found', what: 'article', sentence: 'There is no such article.' }
    const run = await newsdesk(['article', 'a1', '--json'], { getArticle: failed(failure) })
    expect(run).toMatchObject({ code: 1, out: '{"failure":{"kind":"not-found","sentence":"There is no such article."}}', closed: true })
  })

  it('prints a failure as its sentence on stderr without --json', async () => {
    const failure = { kind: 'not-found', what: 'article', sentence: 'There is no such article.' }
    expect(await newsdesk(['article', 'a1'], { getArticle: failed(failure) })).toMatchObject({
      code: 1,
      out: '',
      err: 'There is no such article.\n',
    })
  })

  it.each([
    [['wat']],
    [['article']],
    [['articles', '--view', 'wat']],
    [['articles', '--limit', '0']],
    [['add', 'x', '--category', 'wat']],
    [['__proto__']],
  ])('answers %j with a sentence', async (typed) => {
    const run = await newsdesk([...typed, '--json'], {})
    expect(run.code).toBe(1)
    expect(JSON.parse(run.out)).toMatchObject({
      failure: { kind: 'bad-request', sentence: expect.stringMatching(/^That cannot be done: .+\.$/) },
    })
  })

  it('says 1 of a profile that is not sound, with what was found', async () => {
    const run = await newsdesk(['check', '--json'], {
      checkProfile: ok({ ok: false, problems: [{ kind: 'read-marks', count: 2, detail: null }] }),
    })
    expect(run).toMatchObject({ code: 1, out: '{"ok":false,"problems":["2 articles are marked otherwise than what was read."]}' })
  })
})

describe('offline', () => {
  const counted = { ready: 4, partial: 1, none: 0, mediaBytes: 2_097_152, lastEviction: null }
  const answers = { checkPictures: ok({ damaged: 0 }), getOffline: ok(counted) }

  it('counts by what is on the disk now', async () => {
    const run = await newsdesk(['offline', '--json'], answers)
    expect(run.calls).toEqual([
      ['checkPictures', {}],
      ['getOffline', {}],
    ])
    expect(JSON.parse(run.out)).toEqual({ ready: 4, partial: 1, none: 0, mediaBytes: 2_097_152 })
  })

  it('gets everything ready first where it is told to, and says what is left and why', async () => {
    const report = { became: 3, left: 1, why: [{ reason: 'text-robots', count: 1 }], wasStopped: false }
    const run = await newsdesk(['offline', '--get-ready'], { ...answers, getEverythingReady: ok(report) })
    expect(run.calls[0]).toEqual(['getEverythingReady', {}])
    expect(run.out.split('\n')).toEqual([
      '3 became ready.',
      '  1 × The site asks programs not to read the full text.',
      '4 ready, 1 in part, 0 only a headline; pictures take 2.0 MiB.',
    ])
  })
})

describe('retention', () => {
  it('says what would go, and asks for nothing to go unless told', async () => {
    const run = await newsdesk(['retention', '--json'], { previewRetention: ok({ read: 3, unread: 1, sources: 2 }) })
    expect(run).toMatchObject({ code: 0, out: '{"read":3,"unread":1,"sources":2}', calls: [['previewRetention', {}]] })
  })

  it('says why nothing went where the clock is not believed', async () => {
    const run = await newsdesk(['retention', '--apply'], { applyRetention: ok({ gone: 0, isSkipped: true }) })
    expect(run).toMatchObject({ code: 0, out: expect.stringContaining('the clock has jumped') })
  })
})

describe('companies', () => {
  const company = {
    id: 'c1',
    name: 'Acme',
    aliases: ['Acme Ltd'],
    site: 'https://acme.example/',
    logo: '/img/ab',
    phones: ['+1 5'],
    emails: ['a@acme.example'],
    addresses: ['1 Road'],
    contactPage: null,
    social: [],
    facts: [],
    changes: [],
    checkedAt: 0,
    unread: 1,
    total: 2,
    mentions: 3,
  }
  const reached = {
    id: 'c1',
    name: 'Acme',
    site: 'https://acme.example/',
    phones: ['+1 5'],
    emails: ['a@acme.example'],
    addresses: ['1 Road'],
    contactPage: null,
    logo: '/img/ab',
  }

  it('lists companies and how to reach them, with times in ISO 8601 where one is shown whole', async () => {
    const list = await newsdesk(['companies', '--json'], { listCompanies: ok({ companies: [company] }) })
    expect(JSON.parse(list.out)).toEqual({ companies: [reached] })
    const one = await newsdesk(['company', 'c1', '--json'], { getCompany: ok({ company, weeks: [] }) })
    expect(JSON.parse(one.out)).toEqual({ companies: [{ ...company, checkedAt: '1970-01-01T00:00:00.000Z' }] })
    expect(one.calls).toEqual([['getCompany', { id: 'c1' }]])
    expect((await newsdesk(['companies'], { listCompanies: ok({ companies: [company] }) })).out).toContain(
      'c1  Acme  https://acme.example/',
    )
  })

  it('narrows articles to those of a company', async () => {
    const run = await newsdesk(['articles', '--company', 'c1', '--json'], { listArticles: ok({ articles: [], next: null, total: 0 }) })
    expect(run.calls.at(-1)).toEqual(['listArticles', { scope: { view: 'all', companyId: 'c1' }, limit: 50 }])
  })
})

async function newsdesk(typed: string[], answers: Record<string, unknown>) {
  const line = readArguments(typed)
  if ('mistake' in line) throw new Error(line.mistake)
  const calls: unknown[] = []
  let closed = false
  const engine: Engine = {
    call: (async (name: string, input: unknown) => {
      calls.push([name, input])
      return answers[name]
    }) as Engine['call'],
    subscribe: () => () => undefined,
    close: async () => {
      closed = true
    },
  }
  let out = ''
  let err = ''
  const stream = { isTTY: false, write: (text: string) => (err += text) } as unknown as NodeJS.WriteStream
  const code = await runCommand(line, async () => ok(engine), { out: (text) => (out += text), err: stream })
  return { code, out, err, calls, closed }
}
