/** Words of the licences in the settings. */
export const licencesWords = {
  'licences.title': 'Licences of what Newsdesk is built with',
  'licences.advice': 'The packages and typefaces that stand in it, each with its licence.',
  'licences.button': 'Show them',
  'licences.lead':
    '{count, plural, one {One package stands} other {# packages and typefaces stand}} in this Newsdesk. Each may be passed on under the licence that it came with.',
  'licences.chromium':
    'The desktop app runs in Electron, which holds Chromium; the licences of its parts are in the file LICENSES.chromium.html that comes with the app.',
  'licences.noText': 'The package carries no text of its licence. It names {licence}.',
  'licences.noTextBy': 'The package carries no text of its licence. It names {licence}, and {author} as its author.',
} as const
