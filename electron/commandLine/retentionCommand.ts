import type { Engine } from '../../shared/engine.ts'
import { answered } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** The command about how long articles are kept. */
export const retentionCommand: Command = {
  takes: '[--apply]',
  does: 'Say what the policy of retention would let go now; with --apply let it go. Saved items never go.',
  words: [0, 0],
  run: retention,
}

async function retention({ engine, options }: CommandContext): Promise<CommandResult> {
  return options.apply === true ? apply(engine) : preview(engine)
}

async function preview(engine: Engine): Promise<CommandResult> {
  return answered<'previewRetention'>(await engine.call('previewRetention', {}), (count) => ({
    document: count,
    lines: [`${count.read} read and ${count.unread} unread articles of ${count.sources} sources would go.`],
  }))
}

async function apply(engine: Engine): Promise<CommandResult> {
  return answered<'applyRetention'>(await engine.call('applyRetention', {}), (run) => ({
    document: run,
    lines: [run.isSkipped ? 'Nothing went: the clock has jumped, and no publisher confirmed the time yet.' : `${run.gone} articles went.`],
  }))
}
