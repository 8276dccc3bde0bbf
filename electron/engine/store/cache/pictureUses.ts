import { prepare } from '../profile/database.ts'
import type { Database } from '../profile/database.ts'
import { urlKey } from './pictures.ts'

/** Which articles show which stored pictures: whom a damaged file concerns, and what may be let go. */
export interface PictureUses {
  /** Puts an article's stored pictures in place of those that were noted. Called inside a transaction. */
  put(article: number, urls: readonly string[]): void
  /** Ids of the articles that show these bytes. */
  articlesShowing(hash: string): string[]
}

/** The table of uses. */
export function pictureUses(database: Database): PictureUses {
  const drop = prepare(database, 'DELETE FROM picture_uses WHERE article = :article')
  const add = prepare(database, 'INSERT OR IGNORE INTO picture_uses (url_key, article) VALUES (:key, :article)')
  const showing = prepare<{ id: string }>(
    database,
    `SELECT DISTINCT articles.id
     FROM pictures
       CROSS JOIN picture_uses ON picture_uses.url_key = pictures.url_key
       CROSS JOIN articles ON articles.row = picture_uses.article
     WHERE pictures.hash = :hash`,
  )
  return {
    put: (article, urls) => {
      drop.run({ article })
      for (const url of urls) add.run({ key: urlKey(url), article })
    },
    articlesShowing: (hash) => showing.all({ hash }).map((row) => row.id),
  }
}
