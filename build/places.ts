import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url))
/** Where what is built stands. */
export const dist = join(root, 'dist')
/** The Node that the toolchain brings, whatever Node was used to start it. */
export const toolchainNode = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
