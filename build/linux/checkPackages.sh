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
rpm -qlp ./*.rpm | grep -q '/usr/share/metainfo/example.newsdesk.app.metainfo.xml' || fail 'the .rpm has no metainfo'
bsdtar -tf ./*.tar.gz | grep -q 'newsdesk.desktop' || fail 'the archive has no desktop file'

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
