/** The channels between the preload and the main process. Nothing outside these two knows their names. */
export const channels = {
  request: 'newsdesk:request',
  openAddress: 'newsdesk:open-address',
  print: 'newsdesk:print',
  keepPdf: 'newsdesk:keep-pdf',
  keepFile: 'newsdesk:keep-file',
  chooseFile: 'newsdesk:choose-file',
  hostInfo: 'newsdesk:host-info',
  event: 'newsdesk:event',
  action: 'newsdesk:action',
  visit: 'newsdesk:visit',
  awaitVisits: 'newsdesk:await-visits',
  offered: 'newsdesk:offered',
  updates: 'newsdesk:updates',
  updatesChanged: 'newsdesk:updates-changed',
  desktopState: 'newsdesk:desktop-state',
  changeDesktop: 'newsdesk:change-desktop',
} as const
