# Checks the packages in release/: signed as they say, installed for one person, started, and removed without what is theirs.
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
$folder = Join-Path $env:LOCALAPPDATA 'Programs\newsdesk'
Start-Process $installer -ArgumentList '/S', '/currentuser' -Wait
Assert (Test-Path "$folder\Newsdesk.exe") "it was not installed in $folder"
$app = Start-Process "$folder\Newsdesk.exe" -ArgumentList '--sample' -PassThru
Start-Sleep 30
Stop-Process -Id $app.Id
Assert (Test-Path "$data\library.sqlite") 'the installed app made no profile'

Start-Process "$folder\Uninstall Newsdesk.exe" -ArgumentList '/S', '/currentuser', "_?=$folder" -Wait
Assert (-not (Test-Path "$folder\Newsdesk.exe")) 'removing it left files'
Assert (Test-Path "$data\library.sqlite") 'removing it took what a person made'
Write-Output 'All is well.'
