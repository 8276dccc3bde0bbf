import { fileURLToPath } from 'node:url'
import { parseHTML } from 'linkedom'
import { createSample } from '../../electron/engine/sample/createSample.ts'
import { listFiles } from '../../electron/engine/sample/listFiles.ts'
import type { EpochMs } from '../../shared/time.ts'

/** Where the sample edition's files stand. */
export const sampleFolder = fileURLToPath(new URL('../../build/sample', import.meta.url))

/** A start in the middle of a day. */
export const start = Date.UTC(2031, 2, 14, 10, 7, 30) as EpochMs

/** The sample edition as it is on {@link start}. */
export const sample = createSample(sampleFolder, start)

/** Every address that it answers. */
export const addresses = [...listFiles(sampleFolder).keys()]

/** The text at an address of the sample edition. */
export function textAt(address: string): string {
  const answer = sample(address)
  if (answer === null) throw new Error(`Nothing at ${address}`)
  return new TextDecoder().decode(answer.bytes)
}

/** The page at an address of the sample edition. */
export function pageAt(address: string): Document {
  return parseHTML(textAt(address)).document
}
