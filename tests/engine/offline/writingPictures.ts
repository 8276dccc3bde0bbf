import { randomBytes } from 'node:crypto'
import { pictureFiles } from '../../../electron/engine/media/pictureFiles.ts'

/** Puts large pictures into a folder until it is killed. */
const files = pictureFiles(process.argv[2] ?? '')
process.stdout.write('writing\n')
for (;;) await Promise.all(Array.from({ length: 3 }, () => files.put(randomBytes(400_000))))
