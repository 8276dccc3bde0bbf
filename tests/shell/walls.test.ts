import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readBundle } from '../../electron/gate/bundleFiles.ts'
import { answerFromBundle } from '../../electron/shell/bundleProtocol.ts'
import { externalAddressOf } from '../../electron/shell/externalAddress.ts'
import { mayHave } from '../../electron/shell/permissions.ts'
import { isOwnPage } from '../../electron/shell/sender.ts'
import { readShellArguments } from '../../electron/shell/shellArguments.ts'
import { webPreferences } from '../../electron/shell/webPreferences.ts'
import { contentSecurityPolicy } from '../../shared/contentSecurityPolicy.ts'
import { hostileAddresses } from './hostileAddresses.ts'

describe('isOwnPage', () => {
  const frame = { url: 'app://bundle/', parent: null }
  it('R02 knows the main frame of a window of ours', () => {
    expect(isOwnPage({ id: 1, frame }, new Set([1]))).toBe(true)
  })
  it.each([
    ['a frame that has gone', { id: 1, frame: null }],
    ['a frame within the page', { id: 1, frame: { ...frame, parent: frame } }],
    ['a window that is not ours', { id: 2, frame }],
    ...[
      '',
      'about:blank',
      'about:srcdoc',
      'app://bundle.evil/',
      'app://evil/',
      'app:bundle',
      'https://bundle/',
      'file:///',
      'data:text/html,x',
      'app://x@bundle/',
      'app://bundle:1/',
    ].map((url): [string, Parameters<typeof isOwnPage>[0]] => [`a page at “${url}”`, { id: 1, frame: { url, parent: null } }]),
  ])('R02 refuses %s', (_, sender) => {
    expect(isOwnPage(sender, new Set([1]))).toBe(false)
  })
})

describe('externalAddressOf', () => {
  it.each([
    ['https://example.test/a?b#c', 'https://example.test/a?b#c'],
    ['http://example.test', 'http://example.test/'],
    ['HTTPS://EXAMPLE.test/ü', 'https://example.test/%C3%BC'],
    ['mailto:press@example.test', 'mailto:press@example.test'],
  ])('R04 lets %s through', (raw, address) => {
    expect(externalAddressOf(raw)).toBe(address)
  })
  it.each(hostileAddresses)('R04 lets nothing through for %j', (raw) => {
    expect(externalAddressOf(raw)).toBeNull()
  })
})

describe('mayHave', () => {
  const names = [
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'serial',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'usb',
    'window-management',
    'unknown',
    'fileSystem',
    'deprecated-sync-clipboard-read',
    '',
  ]
  it('R05 grants one thing alone, to the app’s own page alone', () => {
    expect(names.filter((name) => mayHave(name, 'app://bundle'))).toEqual(['clipboard-sanitized-write'])
    for (const origin of ['', null, undefined, 'https://example.test', 'app://evil', 'about:srcdoc', 'null']) {
      expect(names.filter((name) => mayHave(name, origin))).toEqual([])
    }
  })
})

describe('answerFromBundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsdesk-bundle-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'secret.txt'), 'not in the list')
  writeFileSync(join(folder, 'files.json'), '["index.html"]')
  const sha256 = 'ab'.repeat(32)
  const bundle = {
    bundle: readBundle(folder),
    findPicture: (asked: string) => Promise.resolve(asked === sha256 ? { bytes: Buffer.from('png'), type: 'image/png' as const } : null),
  }

  it('serves a stored picture as no document', async () => {
    const answer = await answerFromBundle(bundle, { url: `app://bundle/img/${sha256}`, method: 'GET' })
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'image/png', 'png'])
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })

  it('R09 serves a file of the build with its type and the policy', async () => {
    const answer = await answerFromBundle(bundle, { url: 'app://bundle/', method: 'GET' })
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<!doctype html>',
    ])
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })

  it.each([
    ['app://evil/', 'GET'],
    ['app://bundle.evil/', 'GET'],
    ['app://bundle/', 'POST'],
    ['app://bundle/secret.txt', 'GET'],
    ['app://bundle/files.json', 'GET'],
    ['app://bundle/../secret.txt', 'GET'],
    ['app://bundle/%2e%2e/secret.txt', 'GET'],
    ['app://bundle/..%2fsecret.txt', 'GET'],
    ['app://bundle/..%5csecret.txt', 'GET'],
    ['app://bundle//index.html', 'GET'],
    ['app://bundle/index.html%00', 'GET'],
    ['app://bundle/etc/passwd', 'GET'],
    ['app://bundle/file:///etc/passwd', 'GET'],
    ['app://bundle/INDEX.HTML', 'GET'],
    ['app://bundle/?x', 'GET'],
    [`app://bundle/${'a/'.repeat(5000)}`, 'GET'],
    ['nonsense', 'GET'],
    ['', 'GET'],
    ['app://bundle/img/x', 'GET'],
    ['app://bundle/img/../index.htm', 'GET'],
  ])('R09 has nothing at %s by %s, with the policy', async (url, method) => {
    const answer = await answerFromBundle(bundle, { url, method })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
  })
})

describe('readShellArguments', () => {
  it.each([
    [[], { profile: null, isSample: false, mayUsePrivate: false, isHidden: false }],
    [
      ['--no-sandbox', '--inspect=0', '.', '--profile', 'p', '--sample'],
      { profile: resolve('p'), isSample: true, mayUsePrivate: false, isHidden: false },
    ],
    [['--profile=/q', '--allow-private', '--type=x', '--hidden'], { profile: '/q', isSample: false, mayUsePrivate: true, isHidden: true }],
  ])('reads %j', (argv, expected) => {
    expect(readShellArguments(argv)).toEqual(expected)
  })
})

describe('webPreferences', () => {
  it('R07 lets no developer tools into an installed app', () => {
    expect([webPreferences('/p', true).devTools, webPreferences('/p', false).devTools]).toEqual([false, true])
  })
})
