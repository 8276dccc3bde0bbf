import type { Configuration } from 'electron-builder'

/**
 * What goes into the installers. The bundles hold every dependency, so no `node_modules` go along.
 * The fuses are those of the security baseline; cookies do not exist, so their encryption stays off.
 */
const config: Configuration = {
  appId: 'example.newsdesk.app',
  productName: 'Newsdesk',
  copyright: 'The Newsdesk authors',
  directories: { output: 'release', buildResources: 'build/resources' },
  files: ['dist/**', 'package.json', '!**/node_modules/**', '!dist/built-at'],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronLanguages: ['en', 'en-US', 'zh-CN', 'zh_CN'],
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
  linux: {
    target: ['AppImage', 'deb'],
    category: 'News',
    synopsis: 'Company and industry news, readable offline',
    maintainer: 'The Newsdesk authors',
    executableName: 'newsdesk',
  },
  mac: { target: ['dmg', 'zip'], category: 'public.app-category.news', hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
}

export default config
