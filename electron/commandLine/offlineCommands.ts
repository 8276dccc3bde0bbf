import type { MissingPart } from '../../shared/contract/missing.ts'
import { missingSentence } from '../../shared/missingSentence.ts'
import { answered } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** Commands about what opens with no network. */
export const offlineCommands: Readonly<Record<string, Command>> = {
  offline: {
    takes: '[--get-ready]',
    does: 'Count what opens with no network; with --get-ready fetch first what is missing.',
    words: [0, 0],
    run: countOffline,
  },
}

const MEBIBYTE = 1024 ** 2

async function countOffline(context: CommandContext): Promise<CommandResult> {
  const { engine, options } = context
  const got = options['get-ready'] ? await getReady(context) : null
  if (got !== null && !got.ok) return got
  // Counted by what is on the disk now, not by what was there when it was stored.
  const checked = await engine.call('checkPictures', {})
  if (!checked.ok) return checked
  return answered<'getOffline'>(await engine.call('getOffline', {}), ({ ready, partial, none, mediaBytes }) => ({
    document: { ready, partial, none, mediaBytes },
    lines: [
      ...(got === null ? [] : [`${got.value.became} became ready.`, ...got.value.why.map(reasonLine)]),
      `${ready} ready, ${partial} in part, ${none} only a headline; pictures take ${(mediaBytes / MEBIBYTE).toFixed(1)} MiB.`,
    ],
  }))
}

async function getReady({ engine, progress }: CommandContext) {
  const stop = engine.subscribe((event) => {
    if (event.name === 'readyProgress') progress(event.body.done, event.body.total)
  })
  const answer = await engine.call('getEverythingReady', {})
  stop()
  return answer
}

/** A reason and how often it stands there, as in `  3 × The site asks programs not to read the full text.` */
export function reasonLine({ reason, count }: MissingPart): string {
  return `  ${count} × ${missingSentence(reason)}`
}
