/** What is signed, read in full, the signatures, and what was added since. When the content changed since it was read, the newest is shown and nothing is signed. */
import { makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { readSummary, signTalk, type Summary, type Talk } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Amendments } from './Amendments.tsx';
import type { EndingNotesProps } from './EndingNotes.tsx';
import { SaveSummary } from './SaveSummary.tsx';
import { SignForm } from './SignForm.tsx';
import { Signatures } from './Signatures.tsx';
import { SummaryContent } from './SummaryContent.tsx';
import { recordReads, useRecord } from './use-record.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Read and loaded only where something is still to be signed. */
const EndingNotes = laterPart<EndingNotesProps>(
  async () => (await import('./EndingNotes.tsx')).EndingNotes,
  () => null,
);

export type SigningProps = {
  talk: Talk;
  readAgain: () => Promise<Talk | undefined>;
  /** Who can see a comment or an objection. */
  badge?: ReactNode;
};

export function Signing({ talk, readAgain, badge }: SigningProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { talkId, me } = talk;
  const started = talk.status === 'live' || talk.status === 'held' || talk.status === 'signed';
  const held = started && talk.status !== 'live';
  const read = useRead(readSummary, { params: { talkId } }, { when: started });
  const record = useRecord(talkId, held);
  const [changed, setChanged] = useState<Summary | null>(null);
  const sign = useSend(signTalk, { refreshes: recordReads });
  const summary = changed ?? read.data;
  const mine = talk.signatures.some(({ side }) => side === me);
  const signWith = async (hash: string, comment: string | null, version: number): Promise<boolean> => {
    try {
      await sign.mutateAsync({ params: { talkId }, body: { hash, ...(comment ? { comment } : {}) }, version });
      setChanged(null);
      return true;
    } catch (thrown) {
      const { reason, problem } = asRefused(thrown);
      if (reason === 'content-changed') setChanged(summaryIn(problem.current) ?? (await read.refetch()).data ?? null);
      // Only the talk's version is old (the other has signed); what I sign is the same text by its hash.
      const newest = reason === 'stale' ? await readAgain() : undefined;
      return newest !== undefined && newest.version !== version && signWith(hash, comment, newest.version);
    }
  };
  if (talk.status === 'closed') return <Text>{t('closed', { name: talk.manager.name })}</Text>;
  if (!started) return <Text className={styles.quiet}>{t('notYet', { name: talk.manager.name })}</Text>;
  if (!summary) return read.error ? <ProblemNotice error={read.error} onRetry={() => void read.refetch()} /> : <BlockSkeleton size={128} />;
  const objectWith = async (text: string, id: string): Promise<boolean> => {
    const stored = await record.object(summary.hash, text, id);
    if (!stored) setChanged((await read.refetch()).data ?? null);
    return stored;
  };
  const quiet = sign.error && ['content-changed', 'stale'].includes(sign.error.reason);
  const entries = record.read.data?.entries ?? [];
  return (
    <div className={styles.parts}>
      {changed && !mine && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('changed')}</MessageBarBody>
        </MessageBar>
      )}
      {talk.status === 'live' && <Text>{t(me === 'manager' ? 'notYetManager' : 'notYet', { name: talk.manager.name })}</Text>}
      <SummaryContent summary={summary} erased={talk.notesErased} />
      {talk.status === 'held' && <EndingNotes talk={talk} />}
      <Section title={t('who')} look={mine ? 'card' : 'strong'}>
        <Signatures talk={talk} entries={entries} hash={summary.hash} />
        <Objections talk={talk} />
        {mine && (
          <Said role="status" comesFirst={sign.isSuccess}>
            {t('thanks')}
          </Said>
        )}
        {!mine && talk.status !== 'live' && (
          <SignForm
            talk={talk}
            busy={sign.isPending || record.busy}
            onSign={(comment) => signWith(summary.hash, comment, talk.version)}
            onObject={objectWith}
            badge={badge}
          />
        )}
        <ProblemNotice error={quiet ? null : sign.error} />
      </Section>
      {record.read.error && !record.read.data && <ProblemNotice error={record.read.error} onRetry={() => void record.read.refetch()} />}
      {record.read.data?.frozen ? <Amendments talk={talk} record={record} badge={badge} /> : <ProblemNotice error={record.error} />}
      <SaveSummary talk={talk} />
    </div>
  );
}

/** What an objection that stands asks of each of the two. */
function Objections({ talk }: { talk: Talk }) {
  const t = useTexts('signing');
  const { me, objecting, signatures } = talk;
  const frozen = signatures.length > 0 ? 'Frozen' : '';
  return objecting.map((side) => {
    const name = side === me ? talk[me === 'employee' ? 'manager' : 'employee'].name : talk[side].name;
    return <Text key={side}>{t(`objection.${side === me ? 'mine' : 'theirs'}${frozen}`, { name })}</Text>;
  });
}

/** The summary inside a `content-changed` problem, checked by hand: the tab carries no schemas. */
function summaryIn(current: unknown): Summary | null {
  if (typeof current !== 'object' || current === null) return null;
  const { notes, formatted, agreements, hash } = current as Partial<Summary>;
  return typeof notes === 'string' && Array.isArray(formatted) && Array.isArray(agreements) && typeof hash === 'string'
    ? (current as Summary)
    : null;
}
