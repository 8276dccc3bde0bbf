import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachment } from '../../electron/browserHost/files.ts'
import { safeHeaders } from '../../electron/browserHost/headers.ts'
import { transferFolder } from '../../electron/transfer/transferFolder.ts'
import { startHost, type Reply, type RunningHost } from './runningHost.ts'

const profile = mkdtempSync(join(tmpdir(), 'newsdesk-profile-'))
const transfers = transferFolder(profile)
let running: RunningHost
let token: string
beforeAll(async () => {
  running = await startHost(undefined, profile)
  token = await running.logIn()
})
afterAll(async () => {
  await running.stop()
  rmSync(profile, { recursive: true, force: true })
})

const samePage = { 'sec-fetch-site': 'same-origin' }
const ready = (name = '新闻 “5G”.md') => transfers.make('out', name, (path) => writeFile(path, '# News'))
const post = (path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Reply> =>
  running.send(path, { method: 'POST', headers: { ...running.ownPage, authorization: `Bearer ${token}`, ...headers }, body })
const addPiece = (id: string, piece: string): Promise<Reply> =>
  post(`/files/enter/${id}`, piece, { 'content-type': 'application/octet-stream' })
const valueOf = ({ text }: Reply) => JSON.parse(text) as { ok: boolean; value: Record<string, string>; failure: { kind: string } }

async function pathOf(file: { readonly token: string }): Promise<string> {
  return valueOf(await post('/files/leave', JSON.stringify({ token: file.token }))).value['path'] ?? ''
}

async function begin(announced: unknown): Promise<ReturnType<typeof valueOf>> {
  return valueOf(await post('/files/enter', JSON.stringify(announced)))
}

describe('files that leave by the browser host', () => {
  it('are downloaded once, as attachments, with every header of safety', async () => {
    const path = await pathOf(await ready())
    const reply = await running.send(path, { headers: samePage })
    expect([reply.status, reply.text]).toEqual([200, '# News'])
    expect(reply.headers['content-type']).toBe('text/markdown')
    expect(reply.headers['content-disposition']).toContain("filename*=UTF-8''%E6%96%B0%E9%97%BB%20%E2%80%9C5G%E2%80%9D.md")
    expect(reply.headers['content-security-policy']).toBe("default-src 'none'; sandbox")
    for (const name of Object.keys(safeHeaders)) expect(reply.headers[name.toLowerCase()], name).toBeDefined()
    expect((await running.send(path, { headers: samePage })).status).toBe(404)
    await expect.poll(() => readdirSync(join(profile, 'transfer', 'out'))).toEqual([])
  })

  it('B10 are served for no path that this host did not sign', async () => {
    const file = await ready()
    const path = await pathOf(file)
    const wrong = [`/files/keep/${file.token}`, `/files/keep/${file.token}.${'0'.repeat(32)}`, path.replace('keep', 'print'), `${path}/`]
    for (const each of [...wrong, `${path}?x`, `/files/../${file.token}`, '/files/keep/%2e%2e/library.sqlite'])
      expect((await running.send(each, { headers: samePage })).status, each).toBe(404)
    expect((await running.send(path, { headers: samePage })).status).toBe(200)
  })

  it('are shown to be printed where they are documents, without scripts and without anything remote', async () => {
    const file = await ready('News.html')
    const { path } = valueOf(await post('/files/print', JSON.stringify({ token: file.token }))).value
    const reply = await running.send(path ?? '', { headers: samePage })
    expect([reply.status, reply.headers['content-type'], reply.headers['content-disposition']]).toEqual([
      200,
      'text/html; charset=utf-8',
      undefined,
    ])
    expect(reply.headers['content-security-policy']).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-same-origin allow-modals",
    )
    const other = await ready('News.zip')
    expect(valueOf(await post('/files/print', JSON.stringify({ token: other.token }))).failure.kind).toBe('file-gone')
  })

  it.each(['cross-site', 'same-site', 'none'])('B03 are not used up by what comes from elsewhere (%s)', async (site) => {
    const path = await pathOf(await ready())
    expect((await running.send(path, { headers: { 'sec-fetch-site': site } })).status).toBe(403)
    expect((await running.send(path, { method: 'POST', headers: samePage })).status).toBe(405)
    expect((await running.send(path, { headers: samePage })).status).toBe(200)
  })

  it('have an address for nobody without the token, and none when they are gone', async () => {
    const file = await ready()
    const refused = await running.send('/files/leave', {
      method: 'POST',
      headers: running.ownPage,
      body: JSON.stringify({ token: file.token }),
    })
    expect(refused.status).toBe(401)
    for (const gone of ['0'.repeat(32), '../../x', 7, null])
      expect(valueOf(await post('/files/leave', JSON.stringify({ token: gone }))).failure.kind).toBe('file-gone')
  })
})

describe('files that enter by the browser host', () => {
  it('come in pieces and stand under a token when they are whole', async () => {
    const { value } = await begin({ kind: 'subscriptions', name: '..\\list.opml', bytes: 10 })
    expect(valueOf(await addPiece(value['upload'] ?? '', '<opml')).value).toBeNull()
    const whole = valueOf(await addPiece(value['upload'] ?? '', '></o>')).value
    expect(whole).toEqual({ token: expect.stringMatching(/^[0-9a-f]{32}$/), name: 'list.opml', bytes: 10 })
    const taken = await transfers.take('in', whole['token'] ?? '')
    expect(readFileSync(taken?.path ?? '', 'utf8')).toBe('<opml></o>')
  })

  it.each([
    [{ kind: 'subscriptions', name: 'a.opml', bytes: 65 * 1024 * 1024 }, 'file-too-large'],
    [{ kind: 'subscriptions', name: 'a.opml', bytes: 0 }, 'empty-document'],
    [{ kind: 'constructor', name: 'a.opml', bytes: 1 }, 'bad-request'],
    [{ kind: 'subscriptions', name: 'a.opml', bytes: 1.5 }, 'bad-request'],
    [{ kind: 'subscriptions', name: 7, bytes: 1 }, 'bad-request'],
    [null, 'bad-request'],
  ])('are refused where they are announced as %j', async (announced, kind) => {
    expect((await begin(announced)).failure.kind).toBe(kind)
  })

  it('may not grow beyond what was announced', async () => {
    const { value } = await begin({ kind: 'backup', name: 'a.zip', bytes: 3 })
    expect(valueOf(await addPiece(value['upload'] ?? '', 'four')).failure.kind).toBe('bad-request')
    expect(valueOf(await addPiece(value['upload'] ?? '', 'abc')).value['name']).toBe('a.zip')
    expect(valueOf(await addPiece(value['upload'] ?? '', 'abc')).failure.kind).toBe('file-gone')
  })

  it('come from the own page alone', async () => {
    const body = JSON.stringify({ kind: 'backup', name: 'a.zip', bytes: 3 })
    expect((await running.send('/files/enter', { method: 'POST', headers: running.ownPage, body })).status).toBe(401)
    expect((await post('/files/enter', body, { origin: 'http://evil.test' })).status).toBe(403)
    expect((await post('/files/enter', body, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(`/files/enter/${'0'.repeat(32)}`, 'abc')).status).toBe(415)
    expect((await post('/files/enter', 'x'.repeat(5000))).status).toBe(413)
  })
})

describe('attachment', () => {
  it('keeps a name from ending the header', () => {
    expect(attachment('a"b\r\nc.md')).toBe(`attachment; filename="a_b_c.md"; filename*=UTF-8''a%22b%0D%0Ac.md`)
  })
})

writeFileSync(join(profile, 'library.sqlite'), 'not to be served')
