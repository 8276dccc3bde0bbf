import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import config from '../../build/electron-builder.config.ts'
import { root } from '../../build/places.ts'
import { updateFeed } from '../../build/updateFeed.ts'

const requireBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))
const builder = requireBuilder('app-builder-lib/out/util/config/config') as {
  validateConfiguration(configuration: unknown, log: { readonly isEnabled: boolean }): Promise<void>
}
const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8')

describe('the configuration of the packages', () => {
  it('is accepted by electron-builder’s own schema, which refuses what it does not know', async () => {
    await expect(builder.validateConfiguration(config, { isEnabled: false })).resolves.toBeUndefined()
    await expect(
      builder.validateConfiguration({ ...config, mac: { ...config.mac, hardened: true } }, { isEnabled: false }),
    ).rejects.toThrow('Invalid configuration')
  })

  it('makes for each system what its people install', () => {
    expect(targetsOf(config.win)).toEqual(['nsis', 'zip'])
    expect(targetsOf(config.mac)).toEqual(['dmg', 'zip'])
    expect(targetsOf(config.linux)).toEqual(['AppImage', 'deb', 'rpm', 'tar.gz'])
  })

  it('S09 S10: starts nothing without the sandbox', () => {
    expect(config.appImage).toMatchObject({ executableArgs: [] })
    expect(config.linux).not.toHaveProperty('executableArgs')
    // The older kind of AppImage has the switch in its desktop entry.
    expect(config.toolsets?.appimage).toBe('1.0.3')
    expect(read('build', 'linux', 'newsdesk.desktop')).toMatch(/^Exec=newsdesk %U$/m)
  })

  it('S09: keeps what a person made when it is removed, unless they say otherwise', () => {
    expect(config.nsis?.deleteAppDataOnUninstall).toBe(false)
    const script = read('build', 'windows', 'installer.nsh')
    expect(script).toMatch(/MB_DEFBUTTON2 .* \/SD IDNO IDNO newsdeskKeepsData\n\s*RMDir/)
    expect(script).toContain('${ifNot} ${isUpdated}')
  })

  it('loosens one thing of macOS’s hardened runtime', () => {
    expect(read('build', 'mac', 'entitlements.plist').match(/<key>.*<\/key>/g)).toEqual(['<key>com.apple.security.cs.allow-jit</key>'])
  })

  it('opens the same kinds of files and addresses in every list of them', () => {
    const schemes = [config.protocols].flat().flatMap((each) => [each?.schemes ?? []].flat())
    const types = [config.fileAssociations].flat().map((each) => each?.mimeType)
    const wanted = [...types, ...schemes.map((scheme) => `x-scheme-handler/${scheme}`)]
    const [, desktop = ''] = /^MimeType=(.*);$/m.exec(read('build', 'linux', 'newsdesk.desktop')) ?? []
    const metainfo = [...metainfoText().matchAll(/<mediatype>(.*)<\/mediatype>/g)].map(([, type]) => type)
    expect(desktop.split(';')).toEqual(wanted)
    expect(metainfo).toEqual(wanted)
  })

  it('describes itself to software centres in a way that their own checker accepts', ({ skip }) => {
    if (spawnSync('appstreamcli', ['--version']).error !== undefined) skip('there is no appstreamcli')
    const checked = spawnSync('appstreamcli', ['validate', '--no-net', metainfoPath()], { encoding: 'utf8' })
    expect(checked.stdout + checked.stderr).toContain('Validation was successful')
  })

  it('names its own version to software centres', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string }
    expect(metainfoText()).toContain(`<release version="${version}"`)
  })
})

describe('a build that is signed', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.resetModules()
  })

  it('has the hardened runtime, which would have an app that nobody signed refuse its own libraries', async () => {
    expect(config.mac).toMatchObject({ identity: '-', hardenedRuntime: false, notarize: false })
    vi.stubEnv('NEWSDESK_SIGNED', 'true')
    vi.stubEnv('APPLE_API_KEY', '/somewhere/apple.p8')
    vi.resetModules()
    const { mac } = (await import('../../build/electron-builder.config.ts')).default
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: true })
    expect(mac).not.toHaveProperty('identity')
  })

  it('says so of itself, and is not made when it cannot be signed', async () => {
    expect(config.extraMetadata).toEqual({ isSigned: false, updateFeed: null })
    vi.stubEnv('NEWSDESK_SIGNED', 'true')
    vi.resetModules()
    const signed = (await import('../../build/electron-builder.config.ts')).default
    expect(signed.extraMetadata).toEqual({ isSigned: true, updateFeed: null })
    expect(signed.forceCodeSigning).toBe(process.platform !== 'linux')
  })
})

describe('updateFeed', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['github:newsdesk/newsdesk', { provider: 'github', owner: 'newsdesk', repo: 'newsdesk' }],
    ['https://updates.newsdesk.example/', { provider: 'generic', url: 'https://updates.newsdesk.example/' }],
  ])('reads %s', (named, feed) => {
    expect(updateFeed(named)).toEqual(feed)
  })

  it.each(['http://updates.newsdesk.example/', 'github:newsdesk', 'file:///tmp'])('S07: refuses %s', (named) => {
    expect(() => updateFeed(named)).toThrow('NEWSDESK_UPDATES')
  })
})

function targetsOf(options: { readonly target?: unknown } | null | undefined): unknown[] {
  return [options?.target].flat().map((each) => (typeof each === 'object' && each !== null && 'target' in each ? each.target : each))
}

function metainfoPath(): string {
  return join(root, 'build', 'linux', 'example.newsdesk.app.metainfo.xml')
}

function metainfoText(): string {
  return readFileSync(metainfoPath(), 'utf8')
}
