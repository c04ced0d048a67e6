/** One's own private notes on a talk, in a colour and with a lock of their own, so that they cannot be mistaken for anything shared. */
import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useId, useRef, type ReactNode } from 'react';
import { privateNotesLimit, readPrivateNotes, savePrivateNotes, type PrivateNotes as Kept } from '#api/note/contract.ts';
import { useAutosave } from '#tabs/platform/autosave/use-autosave.ts';
import { useCall, useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { SavedText } from '#tabs/ui/SavedText.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  band: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    minWidth: 0,
    outlineStyle: 'none',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorPaletteMarigoldBorder2}`,
    borderLeft: `6px solid ${tokens.colorPaletteMarigoldBorder2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: '12px' },
  },
  head: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  title: { display: 'flex', gap: '8px', alignItems: 'center', margin: 0 },
  law: { color: tokens.colorNeutralForeground2 },
});

export type PrivateNotesProps = { talkId: string; badge?: ReactNode; aside?: ReactNode };

export function PrivateNotes({ talkId, badge, aside }: PrivateNotesProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const id = useId();
  const read = useRead(readPrivateNotes, { params: { talkId } });
  // They are only shown when they were opened: the keyboard goes on here, wherever on the page that is.
  const band = useRef<HTMLElement>(null);
  useEffect(() => band.current?.focus(), []);
  return (
    <section ref={band} tabIndex={-1} aria-labelledby={id} className={styles.band}>
      <div className={styles.head}>
        <Subtitle2 as="h2" id={id} className={styles.title}>
          <LockClosed20Regular aria-hidden />
          {t('private.title')}
        </Subtitle2>
        {aside}
      </div>
      <Text size={200} className={styles.law}>
        {t('private.law')}
      </Text>
      {read.data ? (
        <Box talkId={talkId} kept={read.data} label={t('private.title')} />
      ) : read.error ? (
        <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      ) : (
        <BlockSkeleton size={128} />
      )}
      {badge}
    </section>
  );
}

function Box({ talkId, kept, label }: { talkId: string; kept: Kept; label: string }) {
  const t = useTexts('note');
  const call = useCall();
  const save = useCallback(
    (text: string, version: number) => call(savePrivateNotes, { params: { talkId }, body: { text }, version }),
    [call, talkId],
  );
  const autosave = useAutosave({ key: `private-notes/${talkId}`, stored: kept, save, limit: privateNotesLimit });
  return <SavedText autosave={autosave} limit={privateNotesLimit} tooLong="notes-too-long" label={label} placeholder={t('private.hint')} />;
}
