/** Words of the pane `welcome`. */
export const welcomeWords = {
  'welcome.lead': 'News of the companies and the industry that you follow, whole, and on this computer.',
  'welcome.place': 'Company and industry news',
  'welcome.addTitle': 'Begin with an address',
  'welcome.add': 'A feed, a company’s site, or any page that lists news. Where there is no feed, Newsdesk reads the page itself.',
  'welcome.addButton': 'Look',
  'welcome.sampleTitle': 'Look around first',
  'welcome.sample':
    'A small newsroom and two feeds that come with Newsdesk. They need no connection, and you can unfollow them at any time.',
  'welcome.sampleButton': 'Look around with sample news',
  'welcome.sampleNothing': 'The sample news could not be opened.',
  'welcome.importTitle': 'Bring your subscriptions',
  'welcome.import': 'Most readers can export a list of subscriptions as an OPML file. Folders come along.',
  'welcome.foot': 'Newsdesk asks only the sites that you follow, and tells nobody what you read.',
} as const
