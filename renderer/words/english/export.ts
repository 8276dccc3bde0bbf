/** Words of what leaves Newsdesk as files. */
export const exportWords = {
  'export.button': 'Export as OPML',
  'export.fileName': '{product} subscriptions',
  'export.kept': 'Kept as {name}',
  'export.handedOver': '{name} goes to the downloads of your browser',
  'export.title': 'Export',
  'export.open': 'Export…',
  'export.savedLabel': 'Saved items',
  'export.savedAdvice': 'Everything that you saved, with pictures and citations, as Markdown, HTML or PDF.',
  'export.everything': 'Everything that you saved.',
  'export.chosen': '{count, plural, one {One article.} other {# articles.}}',
  'export.format': 'As',
  'export.markdown': 'Markdown',
  'export.html': 'HTML',
  'export.pdf': 'PDF',
  'export.markdownAdvice':
    'Text files for notes and other programs, the facts of each article in front. Several, or any with pictures, come in a ZIP file with the pictures beside.',
  'export.htmlAdvice': 'One file with everything in it, for any browser. It loads nothing from outside.',
  'export.pdfAdvice': 'Pages as they are printed, with a list of contents where there are several articles.',
  'export.printAdvice':
    'Your browser makes the PDF: the articles open in a window of their own with its printing. Choose “Save as PDF” as the printer there.',
  'export.longPrint':
    'A browser lays all these pages out before it shows its printing, which may take minutes and gigabytes. The desktop app makes them in parts.',
  'export.makingPages': 'Making the pages',
  'export.run': 'Export',
  'export.print': 'Open and print',
  'export.working': 'Writing',
  'export.workingOn': '{done, number} of {total, number}',
  'export.stop': 'Stop',
  'export.stopped': 'Stopped. Nothing was kept.',
  'export.written': '{count, plural, one {One article is in the file.} other {# articles are in the file.}}',
  'export.printing': 'The articles stand in a window of their own, with the printing of your browser.',
  'export.cancelled': 'The file was not kept.',
  'export.blocked': 'Your browser did not open the window. Allow windows of this page, or export as HTML and print that.',
  'export.missing':
    '{count, plural, one {One picture is not stored, and named in its place} other {# pictures are not stored, and named in their places}}',
  'export.moreMissing': '{count, plural, one {and one more} other {and # more}}',
} as const
