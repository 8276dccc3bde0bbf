import {
  ArrowLeft,
  Binoculars,
  Bookmark,
  Ellipsis,
  ExternalLink,
  FileOutput,
  VolumeX,
  FileText,
  Newspaper,
  NotebookPen,
  Printer,
  Quote,
  RotateCw,
  Mail,
  MailOpen,
} from 'lucide-react'
import type { Company } from '../../shared/contract/company.ts'
import type { Article } from '../../shared/contract/article.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { Menu, type MenuEntry } from '../parts/Menu.tsx'
import { useCompanyOf } from '../state/companies.ts'
import { companyRule, openRule, wordsRule } from '../state/rules.ts'
import { showExport } from '../state/exporting.ts'
import { backToList, useScreen } from '../state/screen.ts'
import { useWidth } from '../state/useWidth.ts'
import { useWords, type Words } from '../words/useWords.ts'
import { selectedWords } from './selectedWords.ts'
import { TextSettings } from './TextSettings.tsx'
import './toolbar.css'
import type { ArticleActions } from './useArticleActions.ts'

const ICON = 18

type ToolbarProps = { readonly article: Article; readonly actions: ArticleActions }

/** The slim row of tools above an article. */
export function Toolbar({ article, actions }: ToolbarProps) {
  const { t } = useWords()
  const isNarrow = useWidth() === 'narrow'
  const company = useCompanyOf(article.sourceId)
  return (
    <div className="toolbar" role="toolbar" aria-label={t('reading.toolbar')}>
      {isNarrow && (
        <IconButton label={t('reading.back')} onPress={backToList}>
          <ArrowLeft size={ICON} aria-hidden />
        </IconButton>
      )}
      <span className="toolbar-gap" />
      <Keeping article={article} actions={actions} />
      <TextSwitch article={article} actions={actions} />
      <span className="toolbar-line" />
      <TextSettings />
      <IconButton label={t('reading.cite')} action="copyCitation" onPress={actions.cite}>
        <Quote size={ICON} aria-hidden />
      </IconButton>
      {!isNarrow && (
        <IconButton label={t('reading.printOrPdf')} action="print" onPress={actions.print}>
          <Printer size={ICON} aria-hidden />
        </IconButton>
      )}
      <IconButton
        label={t('reading.original')}
        action="openOriginal"
        onPress={() => actions.openOriginal?.()}
        isDisabled={actions.openOriginal === null}
      >
        <ExternalLink size={ICON} aria-hidden />
      </IconButton>
      <Menu label={t('common.more')} icon={<Ellipsis size={ICON} aria-hidden />} entries={moreEntries(t, article, actions, company)} />
    </div>
  )
}

function Keeping({ article, actions }: ToolbarProps) {
  const { t } = useWords()
  const isNoteOpen = useScreen((screen) => screen.isNoteOpen)
  return (
    <>
      <IconButton
        label={t(article.isSaved ? 'reading.unsave' : 'reading.save')}
        action="toggleSaved"
        onPress={actions.toggleSaved}
        isOn={article.isSaved}
      >
        <Bookmark size={ICON} className="fills" aria-hidden />
      </IconButton>
      <IconButton label={t('reading.note')} action="editNote" onPress={actions.toggleNote} isOn={isNoteOpen}>
        <NotebookPen size={ICON} aria-hidden />
      </IconButton>
    </>
  )
}

function TextSwitch({ article, actions }: ToolbarProps) {
  const { t } = useWords()
  const isFull = article.origin === 'page'
  const isStored = article.origins.includes('page')
  const label = actions.isFetchingText
    ? t('reading.fetchingFullText')
    : t(isFull ? 'reading.showFeedText' : isStored ? 'reading.showFullText' : 'reading.fetchFullText')
  const isDisabled = actions.isFetchingText || (isFull && !article.origins.includes('feed')) || (!isStored && article.url === null)
  return (
    <IconButton label={label} action="toggleFullText" onPress={actions.toggleText} isDisabled={isDisabled}>
      {isFull ? <FileText size={ICON} aria-hidden /> : <Newspaper size={ICON} aria-hidden />}
    </IconButton>
  )
}

function moreEntries(t: Words, article: Article, actions: ArticleActions, company: Company | null): readonly MenuEntry[] {
  return [
    {
      id: 'read',
      words: t(article.isRead ? 'reading.markUnread' : 'reading.markRead'),
      icon: article.isRead ? <Mail size={16} aria-hidden /> : <MailOpen size={16} aria-hidden />,
      action: 'toggleRead',
      onPress: actions.toggleRead,
    },
    ...watchEntries(t, company),
    {
      id: 'export',
      words: t('export.open'),
      icon: <FileOutput size={16} aria-hidden />,
      onPress: () => showExport({ ids: [article.id] }),
    },
    { id: 'refetch', words: t('reading.refetch'), icon: <RotateCw size={16} aria-hidden />, onPress: actions.fetchAgain },
    { id: 'print', words: t('reading.printOrPdf'), icon: <Printer size={16} aria-hidden />, action: 'print', onPress: actions.print },
  ]
}

// What is marked in the article is what a rule begins with; else the person writes it.
function watchEntries(t: Words, company: Company | null): readonly MenuEntry[] {
  const watch = <Binoculars size={16} aria-hidden />
  return [
    ...(company === null
      ? []
      : [{ id: 'watch-company', words: t('watch.company'), icon: watch, onPress: () => openRule(companyRule(company)) }]),
    { id: 'watch', words: t('watch.words'), icon: watch, onPress: () => openRule(wordsRule(selectedWords(), 'watch')) },
    {
      id: 'mute',
      words: t('watch.muteWords'),
      icon: <VolumeX size={16} aria-hidden />,
      onPress: () => openRule(wordsRule(selectedWords(), 'mute')),
    },
  ]
}
