import { createEngine } from '../../electron/engine/engine.ts'

/** Opens a profile that cannot be written, and says as JSON what could be done with it. */
const startedAt = performance.now()
const made = await createEngine({ profile: process.argv[2] ?? '', version: '0.0.0', mayUsePrivate: true, isSample: true })
if (!made.ok) {
  process.stdout.write(JSON.stringify({ failure: made.failure.kind }))
} else {
  const engine = made.value
  const listed = await engine.call('listArticles', { scope: {}, limit: 10 })
  const id = listed.ok ? (listed.value.articles[0]?.id ?? '') : ''
  const status = await engine.call('getStatus', {})
  const refreshed = await engine.call('refresh', { force: true })
  process.stdout.write(
    JSON.stringify({
      startedIn: performance.now() - startedAt,
      articles: listed.ok ? listed.value.articles.length : null,
      read: kindOf(await engine.call('getArticle', { id })),
      save: kindOf(await engine.call('saveArticle', { id })),
      mark: kindOf(await engine.call('markRead', { ids: [id] })),
      remove: kindOf(await engine.call('removeSource', { id: listed.ok ? (listed.value.articles[0]?.sourceId ?? '') : '' })),
      settings: kindOf(await engine.call('changeSettings', { change: { theme: 'dark' } })),
      refreshed: refreshed.ok ? refreshed.value.failed.map((one) => one.kind) : refreshed.failure.kind,
      isReadOnly: status.ok && status.value.isReadOnly,
      notices: status.ok ? status.value.notices.map((notice) => notice.what) : [],
    }),
  )
  await engine.close()
}

function kindOf(answer: { ok: boolean; failure?: { kind: string } }): string {
  return answer.ok ? 'ok' : (answer.failure?.kind ?? '')
}
