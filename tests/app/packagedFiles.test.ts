import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { env } from 'node:process'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { extractFile, listPackage } from '@electron/asar'
import { beforeAll, describe, expect, it } from 'vitest'
import { shippedPackages } from '../../build/sbom.ts'
import type { PackageLicence } from '../../shared/licences.ts'
import { filesMissing, packagedApp } from './packagedApp.ts'
import type { PackagedApp } from './packagedApp.ts'

/** Everything that may stand in the archive, and nothing else. */
const allowed = [
  /^\/package\.json$/,
  /^\/dist\/electron\/[\w-]+\.(?:js|cjs)$/,
  /^\/dist\/icons\/[\w@.]+\.(?:png|ico)$/,
  /^\/dist\/renderer\/(?:index\.html|files\.json|licences\.json|assets\/[\w.-]+\.(?:js|css|woff2))$/,
  /^\/dist\/sample\/README\.md$/,
  /^\/dist\/sample\/[\w/.-]+\.(?:html|xml|css|png|jpg|svg|json)$/,
]

/** What packaging puts beside the archive: where updates come from, and what each system wants. */
const besideArchive = /^(?:app-update\.yml|package-type|apparmor-profile|elevate\.exe|LICENSES?\..*|.*\.icns|.*\.lproj|Assets\.car)$/

/** Every fuse that there is, and whether it is on. */
const fuses = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

describe.skipIf(filesMissing !== null)('what is packaged', () => {
  let app: PackagedApp
  beforeAll(() => {
    app = packagedApp()
  })

  it('S05: holds what is built and the sample edition; no sources, tests, maps or modules', () => {
    const files = filesOf(app.asar)
    expect(files.filter((file) => !allowed.some((each) => each.test(file)))).toEqual([])
    expect(files).toEqual(
      expect.arrayContaining(['/dist/electron/main.cjs', '/dist/electron/engineProcess.js', '/dist/renderer/index.html']),
    )
  })

  it('S05: holds the licence of every package that stands in it', async () => {
    const licences = JSON.parse(extractFile(app.asar, 'dist/renderer/licences.json').toString()) as readonly PackageLicence[]
    expect(licences.map(nameOf)).toEqual((await shippedPackages()).map(nameOf))
  })

  it('S05: names no map, no folder of the machine that built it, and no key', () => {
    const told = filesOf(app.asar)
      .filter((file) => /\.(?:c?js|css|html|json)$/.test(file))
      .filter((file) => {
        const text = extractFile(app.asar, file.slice(1)).toString()
        return text.includes(process.cwd()) || /^\/[/*]# sourceMappingURL=|-----BEGIN [A-Z ]*PRIVATE KEY/m.test(text)
      })
    expect(told).toEqual([])
  })

  it('S05: says of itself what a running app needs, without scripts and what they need', () => {
    const about = JSON.parse(extractFile(app.asar, 'package.json').toString()) as Record<string, unknown>
    expect(about).toMatchObject({
      name: 'newsdesk',
      productName: 'Newsdesk',
      main: 'dist/electron/main.cjs',
      isSigned: env['NEWSDESK_SIGNED'] === 'true',
    })
    expect(about).not.toHaveProperty('scripts')
    expect(about).not.toHaveProperty('devDependencies')
  })

  it('S05: has nothing beside the archive and the system’s own', () => {
    const beside = readdirSync(dirname(app.asar)).filter((name) => name !== 'app.asar')
    expect(beside.filter((name) => !besideArchive.test(name))).toEqual([])
  })

  it('S05: brings the licences of Newsdesk, of Electron and of Chromium to whoever opens the folder', () => {
    const place = app.folder.endsWith('.app') ? dirname(app.asar) : app.folder
    const wanted = ['LICENSE.newsdesk.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html']
    expect(readdirSync(place).filter((name) => name.startsWith('LICENSE'))).toEqual(wanted.toSorted())
  })

  it('R07 has the fuses of the baseline, each of them', async () => {
    const wire: Readonly<Record<string, unknown>> = await getCurrentFuseWire(app.executable)
    const names = Object.entries(FuseV1Options).filter((each): each is [string, FuseV1Options] => typeof each[1] === 'number')
    const isOn = ([name, place]: readonly [string, FuseV1Options]): [string, boolean] => [
      name,
      String.fromCharCode(Number(wire[place])) === '1',
    ]
    expect(Object.fromEntries(names.map(isOn))).toEqual(fuses)
  })
})

function filesOf(asar: string): string[] {
  return listPackage(asar, { isPack: false }).filter((file) => /\.\w+$/.test(file) && !/^\/dist\/[\w/]*$/.test(file))
}

function nameOf({ name, version }: Pick<PackageLicence, 'name' | 'version'>): string {
  return `${name}@${version}`
}
