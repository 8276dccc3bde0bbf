import { fileURLToPath } from 'node:url'
import { mistyped } from './commandLine/answered.ts'
import { helpText } from './commandLine/help.ts'
import { profileFolder } from './commandLine/profileFolder.ts'
import { readArguments, type CommandLine } from './commandLine/readArguments.ts'
import { commands, print, runCommand, type Streams } from './commandLine/runCommand.ts'
import { serve } from './commandLine/serve.ts'
import { createEngine } from './engine/engine.ts'
import about from '../package.json' with { type: 'json' }

const streams: Streams = { out: (text) => void process.stdout.write(`${text}\n`), err: process.stderr }
const line = readArguments(process.argv.slice(2))
process.exitCode = await run()

async function run(): Promise<0 | 1> {
  if ('mistake' in line) return print(mistyped(line.mistake), { isJson: process.argv.includes('--json') }, streams)
  if (line.wantsVersion) return say(about.version)
  if (line.wantsHelp || line.command === null) return say(helpText(commands))
  const profile = line.profile ?? profileFolder()
  return line.command === 'serve' ? serve(line, serving(profile), streams) : runCommand(line, () => openEngine(profile, line), streams)
}

function openEngine(profile: string, { mayUsePrivate }: CommandLine) {
  return createEngine({ profile, mayUsePrivate, version: about.version, isScheduled: false, finishesIndex: true, tellsCaught: false })
}

function serving(profile: string) {
  return {
    profile,
    version: about.version,
    engineEntry: fileURLToPath(new URL('./engineProcess.js', import.meta.url)),
    rendererFolder: fileURLToPath(new URL('../renderer', import.meta.url)),
  }
}

function say(text: string): 0 {
  streams.out(text)
  return 0
}
