import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { argv, execPath, exit } from 'node:process'
import { buildAll } from './build.ts'
import { root } from './places.ts'

// `npm run package -- [electron-builder's arguments]`: builds afresh and makes the installers of this system.
await buildAll()
const builder = join(root, 'node_modules', 'electron-builder', 'cli.js')
const config = join(root, 'build', 'electron-builder.config.ts')
const made = spawnSync(execPath, [builder, '--config', config, '--publish', 'never', ...argv.slice(2)], { cwd: root, stdio: 'inherit' })
exit(made.status ?? 1)
