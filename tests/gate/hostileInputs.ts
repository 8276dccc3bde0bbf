const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

/** Inputs that no request of the contract takes: wrong types, tricks, and sizes. A getter here must never run. */
export function hostileInputs(onGetter: () => void): readonly unknown[] {
  return [
    undefined,
    null,
    true,
    false,
    0,
    -1,
    NaN,
    Infinity,
    -Infinity,
    10n,
    Symbol('x'),
    () => 1,
    URL,
    '',
    'x',
    '../../etc/passwd',
    '; DROP TABLE articles',
    '<script>',
    '\u0000',
    '\ud800',
    [],
    [[]],
    [{}],
    [null],
    new Date(),
    /x/,
    new Map(),
    new Set(),
    new Uint8Array(8),
    new ArrayBuffer(8),
    new Error('x'),
    Promise.resolve(1),
    new URL('https://example.test'),
    cycle,
    { self: cycle },
    Object.create({ id: 'a' }) as unknown,
    JSON.parse('{"__proto__":{"isAdmin":true}}') as unknown,
    JSON.parse('{"id":"a","__proto__":{}}') as unknown,
    { constructor: { prototype: {} } },
    { toString: 'x' },
    { id: { toString: 'x' } },
    {
      get id() {
        onGetter()
        return 'a'
      },
    },
    { ids: Object.defineProperty([], 0, { enumerable: true, get: onGetter }) },
    { id: 'A' },
    { id: '../a' },
    { id: "a' OR 1=1" },
    { id: 'a'.repeat(65) },
    { id: ['a'] },
    { id: null },
    { id: 1 },
    { ids: 'a' },
    { ids: [1] },
    { ids: Object.assign([], { length: 1e9 }) },
    { ids: Array(6000).fill('a') },
    { query: 1 },
    { query: 'x'.repeat(2000) },
    { limit: 1e9 },
    { unknown: 1 },
    { address: 'x'.repeat(10_000) },
    { opml: 'x'.repeat(20_000_000) },
    'x'.repeat(100_000_000),
    { [Symbol('k')]: 1, id: 'a' },
    { id: 'a', extra: NaN },
    { id: 'a', extra: 1n },
    nested(100),
    nested(10_000),
  ]
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level += 1) value = { value }
  return value
}
