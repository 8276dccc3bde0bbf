# Checks the packages in release/: signed as they say, installed for one person and for all, started, and removed without what is theirs.
# Installs and removes, so it wants a machine to throw away.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..\release')
function Assert($holds, $otherwise) { if (-not $holds) { throw "checkPackages: $otherwise" } }

$installer = Get-Item *.exe
if ($env:NEWSDESK_SIGNED -eq 'true') {
  $signtool = Get-ChildItem 'C:\Program Files (x86)\Windows Kits\10\bin\*\x64\signtool.exe' | Select-Object -Last 1
  foreach ($file in @($installer) + (Get-Item win-unpacked\Newsdesk.exe)) {
    & $signtool verify /pa /v $file
    Assert ($LASTEXITCODE -eq 0) "$file is not signed well"
  }
  Assert (Select-String -Quiet '^publisherName:' win-unpacked\resources\app-update.yml) 'updates would not be checked against a publisher'
}

$data = Join-Path $env:APPDATA 'Newsdesk'
$places = @{
  '/currentuser' = Join-Path $env:LOCALAPPDATA 'Programs\Newsdesk'
  '/allusers'    = Join-Path $env:ProgramFiles 'Newsdesk'
}
foreach ($whose in '/currentuser', '/allusers') {
  Start-Process $installer -ArgumentList '/S', $whose -Wait
  $folder = $places[$whose]
  Assert (Test-Path "$folder\Newsdesk.exe") "it was not installed in $folder"
  $app = Start-Process "$folder\Newsdesk.exe" -ArgumentList '--sample' -PassThru
  Start-Sleep 30
  Stop-Process -Id $app.Id
  Assert (Test-Path "$data\library.sqlite") 'the installed app made no profile'

  Start-Process "$folder\Uninstall Newsdesk.exe" -ArgumentList '/S', $whose, "_?=$folder" -Wait
  Assert (-not (Test-Path "$folder\Newsdesk.exe")) 'removing it left files'
  Assert (Test-Path "$data\library.sqlite") 'removing it took what a person made'
}

# The archive, which runs from its folder and keeps what a person makes where it is told.
$portable = Join-Path $env:RUNNER_TEMP 'portable'
Expand-Archive (Get-Item *.zip) $portable
$app = Start-Process "$portable\Newsdesk.exe" -ArgumentList '--sample', '--profile', "$portable\profile" -PassThru
Start-Sleep 30
Stop-Process -Id $app.Id
Assert (Test-Path "$portable\profile\library.sqlite") 'the app in the archive made no profile'
Write-Output 'All is well.'
