/** Where the page stands that is shown when the screen has broken down twice. */
export const RECOVERY_PATH = '/recovery.html'

/** That page: words alone, in both languages, since whatever broke the screen must not be able to break it. */
export const recoveryPage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Newsdesk</title>
  <main>
    <h1>Newsdesk’s screen stopped twice</h1>
    <p>News is still being fetched, and nothing that was kept is lost.</p>
    <p>Choose “Open the screen again” in the View menu, or close Newsdesk and open it again.</p>
    <section lang="zh-CN">
      <h2>Newsdesk 的界面已停止两次</h2>
      <p>新闻仍在获取，已保存的内容不会丢失。</p>
      <p>请在“显示”菜单中选择“重新打开界面”，或关闭 Newsdesk 后再打开。</p>
    </section>
  </main>
</html>
`
