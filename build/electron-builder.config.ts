import { join } from 'node:path'
import { env } from 'node:process'
import type { Configuration } from 'electron-builder'
import { edition } from '../shared/edition.ts'
import { root } from './places.ts'
import { updateFeed } from './updateFeed.ts'

// Said by whoever has the certificates: then a build that cannot be signed fails, and the app may install its own updates.
const isSigned = env['NEWSDESK_SIGNED'] === 'true'
const feed = updateFeed(env['NEWSDESK_UPDATES'])
const METAINFO = 'example.newsdesk.app.metainfo.xml'
const metainfoFile = `${join(root, 'build', 'linux', METAINFO)}=/usr/share/metainfo/${METAINFO}`
// The others' licences stand in what is built and beside Electron.
const ownLicence = { from: 'LICENSE', to: 'LICENSE.newsdesk.txt' }

// Apple silicon starts nothing without a signature, so without a certificate it is one that names nobody. The hardened runtime would
// have such an app refuse its own libraries.
const macSigning = isSigned ? { hardenedRuntime: true } : { hardenedRuntime: false, identity: '-' }

/**
 * What goes into the installers. The bundles hold every dependency, so no `node_modules` go along.
 * The fuses are those of the security baseline; cookies do not exist, so their encryption stays off.
 */
const config: Configuration = {
  appId: edition.appId,
  productName: edition.productName,
  copyright: 'The Newsdesk authors',
  directories: { output: 'release', buildResources: 'build' },
  files: ['dist/**', 'package.json', '!**/node_modules/**', '!dist/built-at'],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronLanguages: ['en', 'en-US', 'zh-CN', 'zh_CN'],
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  extraMetadata: { isSigned, updateFeed: feed },
  forceCodeSigning: isSigned && process.platform !== 'linux',
  publish: feed,
  toolsets: { appimage: '1.0.3' },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  protocols: [
    { name: 'Web feed', schemes: ['feed'], role: 'Viewer' },
    { name: edition.productName, schemes: ['newsdesk'], role: 'Viewer' },
  ],
  fileAssociations: [{ ext: 'opml', name: 'OPML', description: 'List of subscriptions', mimeType: 'text/x-opml+xml', role: 'Viewer' }],
  linux: {
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    icon: 'build/icons',
    category: 'News;Network;Feed',
    synopsis: 'Company and industry news, readable offline',
    maintainer: 'The Newsdesk authors <newsdesk@newsdesk.example>',
    vendor: 'The Newsdesk authors',
    executableName: 'newsdesk',
    syncDesktopName: true,
    desktop: {
      entry: {
        'Name[zh_CN]': 'Newsdesk',
        GenericName: 'News reader',
        'GenericName[zh_CN]': '新闻阅读器',
        'Comment[zh_CN]': '公司与行业新闻，离线可读',
        Keywords: 'news;feed;rss;atom;opml;',
        StartupNotify: 'true',
      },
    },
    extraFiles: [
      { from: `build/linux/${METAINFO}`, to: `usr/share/metainfo/${METAINFO}` },
      { from: 'build/linux/newsdesk.desktop', to: 'newsdesk.desktop' },
      { from: 'build/icons/512.png', to: 'icons/newsdesk.png' },
      ownLicence,
    ],
  },
  // No `--no-sandbox`, which is what the tool writes by itself into an AppImage of the older kind.
  appImage: { executableArgs: [] },
  deb: { packageCategory: 'news', fpm: [metainfoFile, `${join(root, 'LICENSE')}=/usr/share/doc/newsdesk/copyright`] },
  rpm: { fpm: [metainfoFile, '--license', 'MIT', `${join(root, 'LICENSE')}=/usr/share/licenses/newsdesk/LICENSE`] },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: 'build/icons/newsdesk.icns',
    category: 'public.app-category.news',
    ...macSigning,
    gatekeeperAssess: false,
    entitlements: 'build/mac/entitlements.plist',
    entitlementsInherit: 'build/mac/entitlements.plist',
    extraResources: [ownLicence],
    notarize: isSigned && env['APPLE_API_KEY'] !== undefined,
  },
  dmg: { sign: false },
  win: {
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'zip', arch: ['x64'] },
    ],
    icon: 'build/icons/newsdesk.ico',
    extraFiles: [ownLicence],
    verifyUpdateCodeSignature: true,
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    installerLanguages: ['en_US', 'zh_CN'],
    include: 'build/windows/installer.nsh',
  },
}

export default config
