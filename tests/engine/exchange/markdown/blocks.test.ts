import { marked } from 'marked'
import { describe, expect, it } from 'vitest'
import { readMarkup } from '../../../../electron/engine/article/markupReader.ts'
import { blocksOf } from '../../../../electron/engine/exchange/markdown/blocks.ts'

const context = {
  picture: (number: number, alt: string) =>
    number === 0 ? { path: 'pictures/a b.png' } : { words: `Picture not stored: ${alt}`, url: 'https://a.example/(1).png' },
}
const markdownOf = (html: string): string => blocksOf(readMarkup(html), context).join('\n\n')

/** What a reader of Markdown makes of it again, on one line, without the white space between blocks. */
function readBack(html: string): string {
  const again = marked.parse(markdownOf(html), { async: false, gfm: true })
  return again
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ ?(<\/?(?:p|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|pre|h\d|hr|br)\b[^>]*>) ?/g, '$1')
    .trim()
}

/** HTML as both ways write it: white space and quotation marks alike, items without paragraphs of their own. */
function plain(text: string): string {
  return text
    .replace(/<(\/?)(?:strong|b)>/g, '<$1strong>')
    .replace(/<(\/?)(?:em|i)>/g, '<$1em>')
    .replace(/<li><p>(.*?)<\/p>/g, '<li>$1')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replace(/\n/g, ' ')
    .replace(/ ?(<\/?(?:p|pre|code)>) ?/g, (whole, tag: string) => (tag.includes('code') ? whole : tag))
}

describe('blocksOf', () => {
  it.each([
    ['<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['Loose <b>text</b><p>and a paragraph</p>', 'Loose **text**\n\nand a paragraph'],
    ['<h1>A</h1><h3>B #</h3>', '## A\n\n### B \\#'],
    ['<p>One<br>Two</p>', 'One\\\nTwo'],
    ['<p>a</p><hr><p>b</p>', 'a\n\n___\n\nb'],
    ['<blockquote><p>One</p><p>Two</p></blockquote>', '> One\n>\n> Two'],
    ['<pre><code>if (a &lt; b) {\n  ``` c\n}\n</code></pre>', '````\nif (a < b) {\n  ``` c\n}\n````'],
    ['<pre>one<br>two</pre>', '```\none\ntwo\n```'],
    ['<ul><li>A<ul><li>B<ol><li>C</li></ol></li></ul></li><li>D</li></ul>', '- A\n  - B\n    1. C\n- D'],
    ['<ol start="9"><li>A</li><li><p>B</p><p>C</p></li></ol>', '9. A\n\n10. B\n\n    C'],
    ['<ul><li>A</li></ul><ul><li>B</li></ul>', '- A\n\n* B'],
    ['<dl><dt>Term</dt><dd>Means this</dd></dl>', '**Term**\n\n> Means this'],
    ['<details><summary>More</summary><p>Text</p></details>', '**More**\n\nText'],
    [
      '<figure><img src="picture:0" alt="A mast"><figcaption>A mast, 2020</figcaption></figure>',
      '![A mast](pictures/a%20b.png)\n\n*A mast, 2020*',
    ],
    ['<p><img src="picture:7" alt="A [mast]"></p>', '[Picture not stored: A \\[mast\\]](https://a.example/\\(1\\).png)'],
    ['<p><a href="https://a.example/?a=1&amp;copy;=2">x</a></p>', '[x](https://a.example/?a=1\\&copy;=2)'],
    ['<p>   </p><div></div>', ''],
  ])('writes %s', (html, markdown) => expect(markdownOf(html)).toBe(markdown))

  it('writes tables, with cells over several columns and rows on the grid', () => {
    const html = `<table><caption>Sales</caption><thead><tr><th>Year</th><th colspan="2">Units | k</th></tr></thead>
      <tbody><tr><td rowspan="2">2020</td><td><p>a</p><p>b</p></td><td><code>x|y</code></td></tr><tr><td>c</td><td></td></tr></tbody></table>`
    expect(markdownOf(html)).toBe(
      ['*Sales*', '', '| Year | Units \\| k |  |', '| --- | --- | --- |', '| 2020 | a<br>b | `x\\|y` |', '|  | c |  |'].join('\n'),
    )
  })

  it('gives a table without a head an empty one', () => {
    expect(markdownOf('<table><tr><td>a</td><td>b</td></tr></table>')).toBe('|  |  |\n| --- | --- |\n| a | b |')
  })

  it('keeps the text of a table within a table', () => {
    const html = '<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>'
    expect(markdownOf(html)).toBe('a\n\n|  |\n| --- |\n| b |')
  })
})

describe('a text that was written as Markdown and read again', () => {
  it.each([
    '<p>1. not a list</p>',
    '<p>- not a list</p><p>+ nor this</p><p># nor a heading</p><p>&gt; nor a quotation</p>',
    '<p>a<br>---</p>',
    '<p>a<br>===</p>',
    '<p>a | b<br>--- | ---</p>',
    '<p>*stars* and _lines_ and `ticks` and [brackets](x) and &lt;b&gt; and ~~this~~ and \\ that</p>',
    '<p>snake_case_name and _edge_</p>',
    '<p>&amp;amp; &amp;copy; AT&amp;T</p>',
    '<p>![no picture](x)</p>',
    '<p>```</p><p>~~~</p>',
    '<p><strong>bold</strong> and <em>slanted</em> and <strong>both <em>at once</em></strong></p>',
    '<p><strong>one</strong><strong>two</strong></p>',
    '<p><em>a</em><strong>b</strong></p>',
    '<p><strong>新闻。</strong>后面的文字</p>',
    '<p>前<strong>“新闻”</strong>后</p>',
    '<p>中文<strong>粗体</strong>中文</p>',
    '<p>a<strong>(b)</strong>c</p>',
    '<p><strong>a <a href="https://a.example/">link</a></strong></p>',
    '<p><a href="https://a.example/a_(b)" title="A &quot;title&quot;">a ] b</a></p>',
    '<p><code>``a` b</code> and <code>`</code></p>',
    '<p>H<sub>2</sub>O, E=mc<sup>2</sup>, <del>gone</del></p>',
    '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>',
    '<ol start="3"><li>a</li><li>b</li></ol>',
    '<ol><li>a<ol start="5"><li>b</li></ol></li></ol>',
    '<blockquote><p>a</p><ul><li>b</li></ul><blockquote><p>c</p></blockquote></blockquote>',
    '<ul><li><p>a</p><pre><code>b\nc\n</code></pre></li><li><p>d</p></li></ul>',
    '<table><thead><tr><th>a</th><th>b|c</th></tr></thead><tbody><tr><td>d</td><td><strong>e</strong></td></tr></tbody></table>',
  ])('is the same: %s', (html) => {
    expect(plain(readBack(html))).toBe(plain(html))
  })
})
