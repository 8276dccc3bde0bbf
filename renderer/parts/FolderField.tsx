import { useWords } from '../words/useWords.ts'
import { SuggestField } from './SuggestField.tsx'

type FolderFieldProps = {
  readonly value: string
  /** The folders that there are. */
  readonly folders: readonly string[]
  readonly onChange: (folder: string) => void
}

/** The folder that a source stands in; another one is made by its name. */
export function FolderField({ value, folders, onChange }: FolderFieldProps) {
  const { t } = useWords()
  return (
    <SuggestField
      label={t('add.folder')}
      value={value}
      onChange={onChange}
      suggestions={folders}
      placeholder={t('add.folderPlaceholder')}
    />
  )
}
