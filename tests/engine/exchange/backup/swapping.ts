import { swapWaiting } from '../../../../electron/engine/store/restore/swapLibrary.ts'

/** A process of its own that swaps libraries and is killed after so many steps. */

const [profile = '', stop = '0'] = process.argv.slice(2)
let done = 0
swapWaiting(profile, () => {
  if (done === Number(stop)) process.kill(process.pid, 'SIGKILL')
  done += 1
})
