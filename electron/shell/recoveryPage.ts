/** Where the page stands that is shown when the screen has broken down twice. */
export const RECOVERY_PATH = '/recovery.html'

/** That page: words alone, since whatever broke the screen must not be able to break it. */
export const recoveryPage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Newsdesk</title>
  <h1>Newsdesk’s screen stopped twice</h1>
  <p>News is still being fetched, and nothing that was kept is lost.</p>
  <p>Choose “Open the screen again” in the View menu, or close Newsdesk and open it again.</p>
</html>
`
