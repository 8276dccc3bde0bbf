import { edition } from '../../shared/edition.ts'
import type { Command } from './command.ts'

/** The help that `--help` prints. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, command]) => `  ${`${name} ${command.takes}`.trim()}\n      ${command.does}`)
  return [
    `${edition.productName}: company and industry news, readable offline.`,
    '',
    'newsdesk <command> [--profile DIR] [--json] [--allow-private]',
    '',
    ...rows,
    '  serve [--port N] [--no-open] [--sample]',
    '      Serve the reader on 127.0.0.1; the first line is its address.',
    '',
    '  --profile DIR     The folder where everything is kept; else the app’s own.',
    '  --json            One JSON document, times in ISO 8601 UTC.',
    '  --allow-private   Sources on this computer and private networks may be followed.',
  ].join('\n')
}
