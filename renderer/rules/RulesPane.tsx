import { Binoculars, Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Rule } from '../../shared/contract/rule.ts'
import { Button } from '../parts/Button.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { FailureNote } from '../parts/FailureNote.tsx'
import { PaneHead } from '../parts/PaneHead.tsx'
import { SidebarButton } from '../parts/SidebarButton.tsx'
import { openRule, useEditedRule, useRules } from '../state/rules.ts'
import { useOpenSidebar } from '../state/useOpenSidebar.ts'
import { useWords } from '../words/useWords.ts'
import { RuleEditor } from './RuleEditor.tsx'
import { RuleRow } from './RuleRow.tsx'
import './rules.css'
import { useReordering } from './useReordering.ts'

/** The rules in their order, each with what it caught; and the one that is being written. */
export function RulesPane() {
  const { t } = useWords()
  const query = useRules()
  const edited = useEditedRule((desk) => desk.edited)
  const rules = query.data?.rules
  useFocusBack(edited !== null)
  return (
    <>
      <PaneHead
        title={t('rules.title')}
        count={rules === undefined ? undefined : t('rules.count', { count: rules.length })}
        lead={<SidebarButton open={useOpenSidebar()} />}
        tools={
          <Button onPress={() => openRule({})}>
            <Plus size={15} aria-hidden />
            {t('rules.new')}
          </Button>
        }
      />
      <div className="rules">
        {/* Another rule on the desk is another form. */}
        {edited !== null && <RuleEditor key={edited.id ?? JSON.stringify(edited.draft)} edited={edited} />}
        {query.isError && <FailureNote failure={query.error.failure} onAct={() => void query.refetch()} />}
        {rules !== undefined && rules.length > 0 && <RuleList rules={rules} />}
        {rules?.length === 0 && edited === null && <Empty />}
      </div>
    </>
  )
}

// Whoever wrote a rule stands where the next one is begun.
function useFocusBack(isWriting: boolean): void {
  const wasWriting = useRef(isWriting)
  useEffect(() => {
    if (wasWriting.current && !isWriting) document.querySelector<HTMLElement>('.pane-tools .button')?.focus()
    wasWriting.current = isWriting
  }, [isWriting])
}

function RuleList({ rules }: { readonly rules: readonly Rule[] }) {
  const { t } = useWords()
  const [moved, setMoved] = useState('')
  const reordering = useReordering(rules, ({ name }, place) => setMoved(t('rules.moved', { name, place, count: rules.length })))
  return (
    <>
      <p className="rules-advice">{t('rules.order')}</p>
      <ol className="rule-list" aria-label={t('rules.list')}>
        {rules.map((rule) => (
          <RuleRow key={rule.id} rule={rule} reordering={reordering} />
        ))}
      </ol>
      <output className="unseen">{moved}</output>
    </>
  )
}

function Empty() {
  const { t } = useWords()
  return (
    <EmptyState title={t('rules.empty')} advice={t('rules.emptyAdvice')} icon={<Binoculars size={32} strokeWidth={1.4} aria-hidden />}>
      <Button look="primary" onPress={() => openRule({})}>
        {t('rules.new')}
      </Button>
    </EmptyState>
  )
}
