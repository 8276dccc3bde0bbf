/** The built-in defaults of a build. */
export const edition = {
  productName: 'Newsdesk',
  /** By which the systems know the app: its windows, its notifications. */
  appId: 'example.newsdesk.app',
  homeCompany: 'Sintai Communication',
  industry: 'telecom',
  site: 'https://newsdesk.example',
} as const
