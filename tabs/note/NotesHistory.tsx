/** History of the shared notes: who wrote when, the notes as they stood then, and each piece of them to put back, which is an edit like every other. */
import { Button, makeStyles, mergeClasses, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { listNoteSteps, type NoteStep } from '#api/note/history/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { NotesThen } from './NotesThen.tsx';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  back: { alignSelf: 'flex-start' },
  title: { ...typographyStyles.subtitle2, margin: 0, outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    maxHeight: '220px',
    overflowY: 'auto',
  },
  step: {
    width: '100%',
    display: 'flex',
    flexDirection: 'column',
    padding: '6px 8px',
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: { border: `2px solid ${tokens.colorBrandStroke1}`, padding: '5px 7px' },
});

export type NotesHistoryProps = { talkId: string; editor: Editor; mayWrite: boolean; onClose: () => void };

export function NotesHistory({ talkId, editor, mayWrite, onClose }: NotesHistoryProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const [chosen, setChosen] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const read = useRead(listNoteSteps, { params: { talkId } }, { refetchEvery: 15_000 });
  const steps = [...(read.data?.steps ?? [])].reverse();
  return (
    <section aria-label={t('history.title')} className={styles.around} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <Button size="small" appearance="subtle" icon={<ChevronLeft20Regular />} className={styles.back} onClick={onClose}>
        {t('history.close')}
      </Button>
      <h3 ref={heading} tabIndex={-1} className={styles.title}>
        {t('history.title')}
      </h3>
      <Text size={200} className={styles.quiet}>
        {t('history.lead')}
      </Text>
      {read.isPending && <BlockSkeleton size={96} />}
      {read.error && !read.data && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && steps.length === 0 && <Text>{t(read.data.earlier ? 'history.earlier' : 'history.none')}</Text>}
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.from}>
            <button
              type="button"
              className={mergeClasses(styles.step, step.to === chosen && styles.chosen)}
              aria-pressed={step.to === chosen}
              onClick={() => setChosen(step.to)}
            >
              <Words step={step} />
            </button>
          </li>
        ))}
      </ol>
      {chosen && <NotesThen key={chosen} talkId={talkId} at={chosen} editor={editor} mayWrite={mayWrite} />}
    </section>
  );
}

/** When, and by whom. */
function Words({ step: { from, to, by } }: { step: NoteStep }) {
  const t = useTexts('note');
  const language = useLanguage();
  const dates = useDates();
  const { person } = useMe();
  const when = dates.time(from) === dates.time(to) ? dates.instant(to) : dates.shortTime(from, to);
  const names = by.map(({ id, name }) => (id === person.id ? t('history.you') : name || t('history.somebody')));
  return (
    <>
      <Text size={300}>{when}</Text>
      <Text size={200}>{new Intl.ListFormat(language).format(names)}</Text>
    </>
  );
}
