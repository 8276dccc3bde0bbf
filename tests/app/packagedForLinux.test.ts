import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Platform, build } from 'electron-builder'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import config from '../../build/electron-builder.config.ts'
import { root } from '../../build/places.ts'
import { electronRuntime, electronVersion } from './electronApp.ts'
import { packageMissing, packagedApp } from './packagedApp.ts'

/** What would be written into a package, with the texts of the files that its maker is given. */
type Told = Readonly<Record<string, string>>

// The makers of these packages are downloaded; what they are told is not, and it decides.
describe.skipIf(packageMissing !== null)('what the makers of the Linux packages are told', () => {
  const output = mkdtempSync(join(tmpdir(), 'newsdesk-makers-'))
  let image: Told
  let deb: Told
  let rpm: Told
  beforeAll(async () => {
    ;[image, deb, rpm] = await toldTo(output)
  })
  afterAll(() => rmSync(output, { recursive: true, force: true }))

  it('S10: the AppImage starts with the sandbox', () => {
    expect(image['desktop']).toMatch(/^Exec=AppRun %U$/m)
  })

  it('S09: the .deb starts with the sandbox, and brings what the system needs for it', () => {
    expect(deb['desktop']).toMatch(/^Exec=\/opt\/Newsdesk\/newsdesk %U$/m)
    expect(deb['--after-install']).toMatch(/chmod 4755 '\/opt\/Newsdesk\/chrome-sandbox'/)
    expect(deb['--after-install']).toContain("APPARMOR_PROFILE_SOURCE='/opt/Newsdesk/resources/apparmor-profile'")
    expect(Object.values(deb).join('\n')).not.toContain('no-sandbox')
  })

  it('S09: removing the .deb takes its own away, and nothing of a person', () => {
    expect(deb['--after-remove']).toContain('rm -f "$APPARMOR_PROFILE_DEST"')
    expect(deb['--after-remove']).not.toMatch(/HOME|\.config|\/home/)
  })

  it.each(['text/x-opml+xml', 'x-scheme-handler/feed', 'x-scheme-handler/newsdesk'])('each opens %s', (type) => {
    for (const told of [image, deb, rpm]) expect(told['desktop']).toMatch(new RegExp(`^MimeType=.*${type.replace('+', '\\+')};`, 'm'))
  })

  it('the .deb and the .rpm bring the licence where each system looks for it', () => {
    expect(deb['files']).toContain(`${join(root, 'LICENSE')}=/usr/share/doc/newsdesk/copyright`)
    expect(rpm['files']).toContain(`${join(root, 'LICENSE')}=/usr/share/licenses/newsdesk/LICENSE`)
    expect(rpm['--license']).toBe('MIT')
  })

  it('each kind of file has a description for systems that know none', () => {
    for (const told of [deb, rpm]) expect(told['files']).toContain('=/usr/share/mime/packages/newsdesk.xml')
  })

  it('the .deb and the .rpm bring the metainfo and icons of every size', () => {
    for (const told of [deb, rpm]) {
      expect(told['files']).toContain(`${join(root, 'build/linux/example.newsdesk.app.metainfo.xml')}=/usr/share/metainfo/`)
      for (const size of [16, 48, 512]) expect(told['files']).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/newsdesk.png`)
      expect(told['--maintainer']).toMatch(/<.+@.+>/)
    }
  })
})

async function toldTo(output: string): Promise<[Told, Told, Told]> {
  const told: Told[] = []
  const runtime = electronRuntime ?? ''
  await build({
    projectDir: root,
    publish: 'never',
    prepackaged: packagedApp().folder,
    targets: Platform.LINUX.createTarget(['AppImage', 'deb', 'rpm']),
    config: { ...config, electronDist: runtime, electronVersion: electronVersion(runtime), directories: { ...config.directories, output } },
    // Answering true leaves it at the telling.
    effectiveOptionComputed: (options: unknown) => {
      told.push(Array.isArray(options) ? toldToFpm(options as [string[], string]) : (options as Told))
      return Promise.resolve(true)
    },
  })
  const byOrder = [told.find((each) => !('files' in each)), ...told.filter((each) => 'files' in each)]
  return byOrder.map((each) => each ?? {}) as [Told, Told, Told]
}

function toldToFpm([args, desktop]: readonly [readonly string[], string]): Told {
  const options = args.flatMap((arg, index) => (arg.startsWith('--') ? [[arg, args[index + 1] ?? ''] as const] : []))
  return {
    ...Object.fromEntries(options.map(([name, value]) => [name, name.startsWith('--after-') ? readFileSync(value, 'utf8') : value])),
    desktop: readFileSync(desktop, 'utf8'),
    files: args.filter((arg) => arg.includes('=')).join('\n'),
  }
}
