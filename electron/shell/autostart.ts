import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'

/** Where Linux desktops look for what starts with them (XDG autostart specification). */
export function autostartPath(env: Readonly<Record<string, string | undefined>>): string {
  const asked = env['XDG_CONFIG_HOME']
  const config = asked !== undefined && isAbsolute(asked) ? asked : join(homedir(), '.config')
  return join(config, 'autostart', 'newsdesk.desktop')
}

/** The entry that starts a command, as the desktop entry specification has it. */
export function autostartEntry(name: string, command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.5',
    `Name=${name}`,
    `Exec=${command.map(quoted).join(' ')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}

/** Whether an entry stands there. */
export function startsWithDesktop(path: string): boolean {
  return existsSync(path)
}

/** Writes the entry, or (null) takes it away. */
export function setAutostart(path: string, entry: string | null): void {
  if (entry === null) return rmSync(path, { force: true })
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, entry)
}

// An argument is quoted twice: for the value of the key, where a backslash is two, and for the command line in it.
function quoted(argument: string): string {
  const inQuotes = argument.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')
  return `"${inQuotes.replaceAll('\\', '\\\\')}"`
}
