import { createEngine } from '../../electron/engine/engine.ts'

/** Opens a profile as whoever runs it, and says as JSON what is saved there, or why it was not opened. */
const made = await createEngine({ profile: process.argv[2] ?? '', version: '0.0.0' })
if (!made.ok) {
  process.stdout.write(JSON.stringify({ failure: made.failure.kind, sentence: made.failure.sentence }))
} else {
  const engine = made.value
  const listed = await engine.call('listSaved', {})
  const status = await engine.call('getStatus', {})
  const saved = listed.ok ? listed.value.saved : []
  const read = await Promise.all(saved.map(async ({ id }) => await engine.call('getArticle', { id })))
  process.stdout.write(
    JSON.stringify({
      notices: status.ok ? status.value.notices.map((notice) => notice.what) : null,
      saved: saved.map(({ id, note }, at) => ({ id, note, text: read[at]?.ok ? read[at].value.article.text : null })),
    }),
  )
  await engine.close()
}
