import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { argv, stdout } from 'node:process'
import { pathToFileURL } from 'node:url'
import { root } from './places.ts'

// `npm run bench -- <name> …`: runs one benchmark, or all of them one after another.
interface Benchmark {
  run(args: readonly string[]): Promise<void> | void
}

const folder = join(root, 'tests', 'bench')
const [name, ...args] = argv.slice(2)

if (name === undefined) await runAll()
else if (names().includes(name)) await runOne(name, args)
else fail(`There is no benchmark “${name}”. There are: ${names().join(', ') || 'none'}.`)

async function runAll(): Promise<void> {
  stdout.write(`Benchmarks: ${names().join(', ')}\n`)
  for (const each of names()) await runOne(each, [])
}

async function runOne(each: string, given: readonly string[]): Promise<void> {
  stdout.write(`\n== ${each}\n`)
  const benchmark = (await import(pathToFileURL(join(folder, each, 'index.ts')).href)) as Benchmark
  await benchmark.run(given)
}

function names(): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((each) => existsSync(join(folder, each, 'index.ts'))) : []
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
