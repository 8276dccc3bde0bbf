import { homedir } from 'node:os'
import { join } from 'node:path'
import { edition } from '../../shared/edition.ts'

/** The profile folder where none is named: the platform's place for an app's data, the same as the desktop host's. */
export function profileFolder(platform: NodeJS.Platform = process.platform, env: NodeJS.ProcessEnv = process.env): string {
  return join(appDataFolder(platform, env), edition.productName)
}

function appDataFolder(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return env['XDG_CONFIG_HOME'] || join(homedir(), '.config')
}
