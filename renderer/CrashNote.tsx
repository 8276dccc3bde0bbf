import { Component, type ReactNode } from 'react'
import { Button } from './parts/Button.tsx'
import { EmptyState } from './parts/EmptyState.tsx'
import { useWords } from './words/useWords.ts'

/** Catches a fault of our own in what it holds, and offers to load the screen again. React asks for a class here. */
export class CrashNote extends Component<{ readonly children: ReactNode }, { readonly hasCrashed: boolean }> {
  override state = { hasCrashed: false }

  static getDerivedStateFromError(): { hasCrashed: boolean } {
    return { hasCrashed: true }
  }

  override render(): ReactNode {
    return this.state.hasCrashed ? <Crashed /> : this.props.children
  }
}

function Crashed() {
  const { t } = useWords()
  return (
    <main role="alert">
      <EmptyState title={t('frame.crashed')} advice={t('frame.crashedAdvice')}>
        <Button look="primary" onPress={() => location.reload()}>
          {t('frame.reload')}
        </Button>
      </EmptyState>
    </main>
  )
}
