/** Where a picture of a text can be seen: a path of the app's own origin, or null while it is not stored. */
export type PicturePaths = readonly (string | null)[]

const PICTURE = /<img\b[^>]*?\bsrc="picture:(\d{1,4})"[^>]*>/g

/**
 * Puts the app's own paths where a stored text names its pictures by number.
 * A picture that is not stored is left out: the reading view loads nothing remote, and says beside the text what is missing.
 * The HTML must come from `article/safeHtml.ts`, which writes every picture in this one form.
 */
export function placePictures(html: string, paths: PicturePaths): string {
  return html.replace(PICTURE, (image: string, number: string) => {
    const path = paths[Number(number)] ?? null
    return path === null ? '' : image.replace(`src="picture:${number}"`, `src="${path}"`)
  })
}
