/** The built-in defaults of a build. */
export const edition = {
  productName: 'Newsdesk',
  homeCompany: 'Sintai Communication',
  industry: 'telecom',
  site: 'https://newsdesk.example',
} as const
