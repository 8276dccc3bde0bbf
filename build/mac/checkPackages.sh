#!/usr/bin/env bash
# Checks the packages in release/: signed as they say, notarised, hardened, and willing to start.
set -euo pipefail
cd "$(dirname "$0")/../../release"
fail() { echo "checkPackages: $1" >&2; exit 1; }

for app in mac/Newsdesk.app mac-arm64/Newsdesk.app; do
  echo "== $app"
  plutil -lint "$app/Contents/Info.plist"
  plutil -extract CFBundleURLTypes xml1 -o - "$app/Contents/Info.plist" | grep -q '<string>feed</string>' || fail 'it opens no feeds'
  codesign --verify --deep --strict --verbose=2 "$app"
  if [ "${NEWSDESK_SIGNED:-}" = true ]; then
    codesign --display --verbose=4 "$app" 2>&1 | grep -q 'flags=.*runtime' || fail 'it has no hardened runtime'
    codesign --display --entitlements - --xml "$app" | plutil -convert json -o - - | tee /dev/stderr |
      grep -q '^{"com.apple.security.cs.allow-jit":true}$' || fail 'it has other entitlements than its own'
    spctl --assess --type execute --verbose "$app"
    xcrun stapler validate "$app"
  fi
done

echo '== the disk images and archives'
for image in ./*.dmg; do hdiutil verify "$image"; done
for archive in ./*.zip; do
  taken=$(mktemp -d)
  ditto -x -k "$archive" "$taken"
  codesign --verify --deep --strict "$taken/Newsdesk.app" || fail "the signature of what is in $archive is broken"
done
image=$(ls ./*.dmg | head -1)
mounted=$(mktemp -d)
hdiutil attach -nobrowse -readonly -mountpoint "$mounted" "$image"
[ -d "$mounted/Newsdesk.app" ] && [ -e "$mounted/Applications" ] || fail 'the disk image has no app to drag, or nowhere to drag it'
hdiutil detach "$mounted"

echo '== started'
case "$(uname -m)" in arm64) here=mac-arm64 ;; *) here=mac ;; esac
profile=$(mktemp -d)/profile
"$here/Newsdesk.app/Contents/MacOS/Newsdesk" --sample --profile "$profile" &
running=$!
sleep 30
kill "$running"
[ -s "$profile/library.sqlite" ] || fail 'the app made no profile'
echo 'All is well.'
