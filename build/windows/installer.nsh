; The uninstaller keeps what a person made, unless they say otherwise. Never asked in an update or a silent removal.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    ${if} $LANGUAGE == 2052
      StrCpy $R9 "同时删除您的来源、已收藏的文章和设置吗？它们保存在 $APPDATA\Newsdesk。"
    ${else}
      StrCpy $R9 "Also delete your sources, saved items and settings? They are kept in $APPDATA\Newsdesk."
    ${endIf}
    SetShellVarContext current
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$R9" /SD IDNO IDNO newsdeskKeepsData
    RMDir /r "$APPDATA\Newsdesk"
    newsdeskKeepsData:
    ${if} $installMode == "all"
      SetShellVarContext all
    ${endIf}
  ${endIf}
!macroend
