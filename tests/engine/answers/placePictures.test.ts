import { describe, expect, it } from 'vitest'
import { placePictures } from '../../../electron/engine/answers/placePictures.ts'

describe('placePictures', () => {
  const html = '<p>a<img src="picture:0" alt="Mast" /></p><figure><img src="picture:1" alt="Map" width="4" /></figure>'

  it('puts the path of a stored picture in its place', () => {
    expect(placePictures(html, ['/img/aa', '/img/bb'])).toBe(
      '<p>a<img src="/img/aa" alt="Mast" /></p><figure><img src="/img/bb" alt="Map" width="4" /></figure>',
    )
  })

  it('leaves a picture out that is not stored or not known', () => {
    expect(placePictures(html, [null])).toBe('<p>a</p><figure></figure>')
  })
})
