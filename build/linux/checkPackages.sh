#!/usr/bin/env bash
# Checks the packages in release/ as a person would meet them: described well, sandboxed, and gone without what is theirs.
# Installs and purges the .deb, so it wants a machine to throw away.
set -euo pipefail
cd "$(dirname "$0")/../../release"
fail() { echo "checkPackages: $1" >&2; exit 1; }
deb=$(echo ./*.deb)
work=$(mktemp -d)

echo '== what the .deb holds'
dpkg-deb --extract "$deb" "$work/deb"
desktop-file-validate "$work/deb/usr/share/applications/newsdesk.desktop"
appstreamcli validate --no-net "$work/deb/usr/share/metainfo/example.newsdesk.app.metainfo.xml"
grep -q '^MimeType=.*x-scheme-handler/feed' "$work/deb/usr/share/applications/newsdesk.desktop" || fail 'the desktop file opens no feeds'
grep -rq -e '--no-sandbox' "$work/deb/usr" && fail 'the desktop file starts it without the sandbox'
[ -s "$work/deb/usr/share/doc/newsdesk/copyright" ] || fail 'the .deb has no licence'
grep -q '\*.opml' "$work/deb/usr/share/mime/packages/newsdesk.xml" || fail 'the .deb describes no .opml files'
grep -q 'userns' "$work/deb/opt/Newsdesk/resources/apparmor-profile" || fail 'there is no AppArmor profile'
lintian --tag-display-limit 0 "$deb" || echo 'lintian has remarks, which stop nothing'

echo '== the AppImage'
for image in ./*.AppImage; do
  (cd "$work" && "$OLDPWD/$image" --appimage-extract >/dev/null)
  grep -h '^Exec=' "$work"/squashfs-root/*.desktop | grep -q -e '--no-sandbox' && fail 'the AppImage starts without the sandbox'
  grep -q 'unshare' "$work/squashfs-root/AppRun" || fail 'AppRun does not ask whether there is a sandbox'
  rm -r "$work/squashfs-root"
done

echo '== the .rpm and the archive'
for path in metainfo/example.newsdesk.app.metainfo.xml applications/newsdesk.desktop mime/packages/newsdesk.xml licenses/newsdesk/LICENSE; do
  rpm -qlp ./*.rpm | grep -x "/usr/share/$path" || fail "the .rpm has no $path"
done
mkdir "$work/archive"
bsdtar -xf ./*.tar.gz -C "$work/archive" --strip-components 1
for path in newsdesk.desktop icons/newsdesk.png LICENSE.newsdesk.txt LICENSES.chromium.html; do
  [ -s "$work/archive/$path" ] || fail "the archive has no $path"
done
desktop-file-validate "$work/archive/newsdesk.desktop"
(timeout 30 xvfb-run -a "$work/archive/newsdesk" --sample --profile "$work/profile" || true)
[ -s "$work/profile/library.sqlite" ] || echo 'The archive starts nothing here: this system keeps user namespaces from programs without a profile.'

echo '== installed, started, removed'
profile="$HOME/.config/Newsdesk"
sudo apt-get install -y "$deb"
stat -c '%U %G %a' /opt/Newsdesk/chrome-sandbox
(timeout 30 xvfb-run -a newsdesk --sample || true)
[ -s "$profile/library.sqlite" ] || fail 'the installed app made no profile'
sudo apt-get purge -y newsdesk
[ -s "$profile/library.sqlite" ] || fail 'removing it took what a person made'
[ ! -e /opt/Newsdesk ] || fail 'removing it left files'
[ ! -e /etc/apparmor.d/newsdesk ] || fail 'removing it left its AppArmor profile'
echo 'All is well.'
