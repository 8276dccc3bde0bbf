import { useRef } from 'react'
import { Button } from './Button.tsx'

type FilePickerProps = {
  readonly words: string
  /** What the system's dialog offers, as an `accept` attribute. */
  readonly accept: string
  readonly onChoose: (file: File) => void
  readonly isPending?: boolean
  readonly look?: 'plain' | 'primary' | 'quiet'
}

/** A button that opens the system's dialog for a file. */
export function FilePicker({ words, accept, onChoose, isPending = false, look = 'plain' }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button look={look} isPending={isPending} onPress={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file !== undefined) onChoose(file)
          // The same file may be chosen again, after it was mended.
          event.target.value = ''
        }}
      />
    </>
  )
}
