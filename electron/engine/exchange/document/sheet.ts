import { createHash } from 'node:crypto'

/**
 * How an exported document looks, on a screen and on paper. It brings no font and asks for nothing. On paper, Chromium takes the bookmarks
 * of a PDF from the headings as it draws them: twice where their ink reaches over the edge of a page, which the space above them
 * prevents, and without the spaces at which lines were broken, unless they are kept.
 */
export const sheet = `
:root { color-scheme: light dark; --ink: #1c1b19; --quiet: #5c5952; --line: #d9d5cb; --paper: #fbfaf7; --accent: #0f5c63; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ebe8e1; --quiet: #aaa59a; --line: #45423b; --paper: #161614; --accent: #7cc4c9; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 "Source Serif 4", Georgia, "Noto Serif", "Songti SC", SimSun, "Noto Serif CJK SC", serif;
  overflow-wrap: break-word; }
a { color: var(--accent); }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1 { font-size: 2rem; margin: 0 0 .5rem; }
.facts, footer, figcaption, nav { color: var(--quiet); font-family: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  font-size: .875rem; line-height: 1.5; }
.facts { margin: 0 0 2rem; }
nav h2 { color: var(--ink); font-size: 1.25rem; margin: 0 0 1rem; }
nav li { padding-inline-start: .25rem; }
.note { border-inline-start: 3px solid var(--accent); margin: 0 0 2rem; padding-inline-start: 1rem; white-space: pre-line; }
article + article, nav + article { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 3rem; }
img { max-width: 100%; height: auto; }
figure { margin: 1.5rem 0; }
blockquote { border-inline-start: 3px solid var(--line); margin: 1.5rem 0; padding-inline-start: 1.25rem; }
pre { border: 1px solid var(--line); border-radius: 4px; overflow-x: auto; padding: .75rem 1rem; font-size: .875rem; line-height: 1.5; }
table { border-collapse: collapse; display: block; overflow-x: auto; font-size: .9375rem; line-height: 1.4; }
th, td { border: 1px solid var(--line); padding: .375rem .625rem; text-align: start; vertical-align: top; }
.missing { border: 1px dashed var(--line); color: var(--quiet); display: inline-block; font-size: .875rem; padding: .25rem .625rem; }
article > footer { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1rem; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  :root { --ink: #000; --quiet: #444; --line: #bbb; --paper: #fff; --accent: #0f5c63; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 1.5; }
  a { color: inherit; }
  table { display: table; }
  th, td { overflow-wrap: anywhere; }
  pre { white-space: pre-wrap; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; padding-top: .25em; }
  h1 { white-space: pre-wrap; }
  img, figure, tr, blockquote, pre, article > footer { break-inside: avoid; }
  figcaption, article > footer { break-before: avoid; }
  img { max-height: 160mm; object-fit: contain; object-position: 0 0; }
  article + article, nav + article { border: 0; break-before: page; margin: 0; padding: 0; }
}
`

/** What the document may load: pictures that it carries itself, and this very sheet. */
export const documentPolicy = [
  "default-src 'none'",
  'img-src data:',
  `style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')
