import { entries, paragraphs, picture, rss, type NewsServer } from '../fixtures/newsServer.ts'

/** How many articles the made publisher has. */
export const MADE = 500
/** Each made article shows so many pictures. */
export const PICTURES = 2
const SHADES = 200

/** Publishes the made articles, whose pictures stand there in every way in which publishers write them. */
export function publishMany(server: NewsServer): void {
  for (let shade = 0; shade < SHADES; shade += 1) server.route(`/pictures/${shade}.png`, picture(shade))
  server.route('/many.xml', {
    body: rss(
      'Port Gazette',
      entries(0, MADE, (number) => ({ body: bodyOf(number) })),
    ),
    etag: true,
  })
}

function bodyOf(number: number): string {
  const [first, second] = [number % SHADES, (number * 7 + 1) % SHADES]
  return `${paragraphs(number)}${written(number, `/pictures/${first}.png`)}<p>After the picture.</p><img src="/pictures/${second}.png" alt="">`
}

/** A picture as five kinds of publishers write it. */
function written(number: number, url: string): string {
  switch (number % 5) {
    case 0:
      return `<img src="${url}" alt="The quay">`
    case 1:
      return `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="${url}" alt="The quay">`
    case 2:
      return `<img srcset="${url} 1200w, /pictures/none.png 300w" alt="The quay">`
    case 3:
      return `<picture><source type="image/jxl" srcset="/none.jxl"><source srcset="${url}"><img alt="The quay"></picture>`
    default:
      return `<img class="lazy" src="blank.gif"><noscript><img src="${url}" alt="The quay"></noscript>`
  }
}
