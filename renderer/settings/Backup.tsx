import type { BackupState } from '../../shared/contract/backup.ts'
import { edition } from '../../shared/edition.ts'
import { Button } from '../parts/Button.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { useBackupProgress, useBackupState, useMakeBackup, useRestore, useUndoRestore } from '../state/backups.ts'
import { fullTime } from '../words/dates.ts'
import { useWords } from '../words/useWords.ts'
import { PressLine, Section } from './Section.tsx'

/** Backups made and restored, and what stands by without anybody's doing. */
export function Backup() {
  const { t, locale } = useWords()
  const { data: state, error, refetch } = useBackupState()
  return (
    <Section title={t('backup.title')}>
      <MakeLine />
      <RestoreLine isUndone={state?.restored?.isUndo ?? false} />
      {state?.restored && <UndoLine restored={state.restored} />}
      {error !== null && <FailureNote failure={error.failure} onAct={() => void refetch()} />}
      {state !== undefined && <p className="press-advice figures">{standingBy(t, locale, state)}</p>}
    </Section>
  )
}

function MakeLine() {
  const { t } = useWords()
  const { mutate, isPending, error, data } = useMakeBackup()
  const run = () => mutate(`${edition.productName} ${new Date().toISOString().slice(0, 10)}`)
  return (
    <>
      <PressLine label={t('backup.make')} advice={t('backup.makeAdvice')}>
        <Button isPending={isPending} onPress={run}>
          {t('backup.makeButton')}
        </Button>
      </PressLine>
      {isPending && <Progress name="backup.making" />}
      {error !== null && <FailureNote failure={error.failure} onAct={run} />}
      {data !== undefined && data.outcome !== 'cancelled' && (
        <output className="press-done">{t(data.outcome === 'kept' ? 'export.kept' : 'export.handedOver', { name: data.name })}</output>
      )}
    </>
  )
}

function RestoreLine({ isUndone }: { readonly isUndone: boolean }) {
  const { t } = useWords()
  const { mutate, isPending, error, data } = useRestore()
  return (
    <>
      <PressLine label={t('backup.restore')} advice={t('backup.restoreAdvice')}>
        <Button isPending={isPending} onPress={() => mutate()}>
          {t('backup.restoreButton')}
        </Button>
      </PressLine>
      {isPending && <Progress name="backup.restoring" />}
      {error !== null && <FailureNote failure={error.failure} onAct={() => mutate()} actWords={t('backup.another')} />}
      {data && !isUndone && <output className="press-done">{t('backup.restored', data)}</output>}
    </>
  )
}

/** The last restore can be taken back; and that too. */
function UndoLine({ restored }: { readonly restored: NonNullable<BackupState['restored']> }) {
  const { t, locale } = useWords()
  const { mutate, isPending, error, data } = useUndoRestore()
  const times = { at: fullTime(locale, restored.restoredAt), made: fullTime(locale, restored.madeAt) }
  return (
    <>
      <PressLine
        label={t(restored.isUndo ? 'backup.undone' : 'backup.undo')}
        advice={t(restored.isUndo ? 'backup.undoneAdvice' : 'backup.undoAdvice', times)}
      >
        <Button isPending={isPending} onPress={() => mutate()}>
          {t(restored.isUndo ? 'backup.againButton' : 'backup.undoButton')}
        </Button>
      </PressLine>
      {error !== null && <FailureNote failure={error.failure} />}
      {data !== undefined && <output className="press-done">{t('backup.putBack', data)}</output>}
    </>
  )
}

function Progress({ name }: { readonly name: 'backup.making' | 'backup.restoring' }) {
  const { t } = useWords()
  const { done, stop } = useBackupProgress()
  return (
    <PressLine label={done === null ? t(name) : t(`${name}Share`, { done })}>
      <progress className="unseen" {...(done === null ? {} : { value: done })} max={1} aria-label={t(name)} />
      <Button onPress={stop}>{t('backup.stop')}</Button>
    </PressLine>
  )
}

function standingBy(t: ReturnType<typeof useWords>['t'], locale: string, { copies, copiedAt, mirroredAt }: BackupState): string {
  const copied = copiedAt === null ? t('backup.noCopy') : t('backup.copies', { copies, at: fullTime(locale, copiedAt) })
  return mirroredAt === null ? copied : t('backup.both', { copied, mirrored: t('backup.mirror', { at: fullTime(locale, mirroredAt) }) })
}
