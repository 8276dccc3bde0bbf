import { describe, expect, it } from 'vitest'
import { articleText } from '../../../electron/engine/article/articleText.ts'

describe('articleText', () => {
  it('tells an article by its text and not by the caption of its first picture', () => {
    const html =
      '<figure><img src="/a.png" alt="A mast"><figcaption>A mast. Drawing: us</figcaption></figure><p>The mast was built in a week.</p>'
    expect(articleText(html, { baseUrl: 'https://a.example/' }, 'Masts')?.excerpt).toBe('The mast was built in a week.')
  })

  it('tells an article of pictures by their captions', () => {
    const html = '<figure><img src="/a.png" alt="A mast"><figcaption>A mast at dawn</figcaption></figure>'
    expect(articleText(html, { baseUrl: 'https://a.example/' }, 'Masts')?.excerpt).toBe('A mast at dawn')
  })
})
