/** What is signed, read in full, and the signature. When the content changed since it was read, the newest is shown and nothing is signed. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled, Circle20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { readSummary, signTalk, type Side, type Summary, type Talk } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.5' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: { display: 'flex', flexDirection: 'column' },
  who: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
  button: { alignSelf: 'flex-start' },
});

export type SigningProps = { talk: Talk; readAgain: () => Promise<Talk | undefined> };

export function Signing({ talk, readAgain }: SigningProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { talkId, me } = talk;
  const started = talk.status === 'live' || talk.status === 'held' || talk.status === 'signed';
  const read = useRead(readSummary, { params: { talkId } }, { when: started });
  const [changed, setChanged] = useState<Summary | null>(null);
  const sign = useSend(signTalk, { refreshes: talkReads });
  const summary = changed ?? read.data;
  const mine = talk.signatures.some(({ side }) => side === me);
  const signWith = async (hash: string, version: number): Promise<void> => {
    try {
      await sign.mutateAsync({ params: { talkId }, body: { hash }, version });
      setChanged(null);
    } catch (thrown) {
      const { reason, problem } = asRefused(thrown);
      if (reason === 'content-changed') setChanged(summaryIn(problem.current) ?? (await read.refetch()).data ?? null);
      // Only the talk's version is old (the other has signed); what I sign is the same text by its hash.
      const newest = reason === 'stale' ? await readAgain() : undefined;
      if (newest && newest.version !== version) await signWith(hash, newest.version);
    }
  };
  if (!started) return <Text className={styles.quiet}>{t('sign.notYet', { name: talk.manager.name })}</Text>;
  if (!summary) return read.error ? <ProblemNotice error={read.error} onRetry={() => void read.refetch()} /> : <BlockSkeleton size={128} />;
  const quiet = sign.error && ['content-changed', 'stale'].includes(sign.error.reason);
  return (
    <div className={styles.parts}>
      {changed && !mine && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('sign.changed')}</MessageBarBody>
        </MessageBar>
      )}
      <Content summary={summary} />
      <Section title={t('sign.who')} look={mine ? 'card' : 'strong'}>
        <Signatures talk={talk} />
        {talk.status === 'live' ? (
          <Text className={styles.quiet}>{t(me === 'manager' ? 'sign.notYetManager' : 'sign.notYet', { name: talk.manager.name })}</Text>
        ) : mine ? (
          <Text role="status">{t('sign.thanks')}</Text>
        ) : (
          <>
            <Means talk={talk} />
            <Button
              appearance="primary"
              className={styles.button}
              disabledFocusable={sign.isPending}
              onClick={() => void signWith(summary.hash, talk.version)}
            >
              {t('sign.button')}
            </Button>
          </>
        )}
        <ProblemNotice error={quiet ? null : sign.error} />
      </Section>
    </div>
  );
}

function Means({ talk }: { talk: Talk }) {
  const t = useTexts('talk');
  const first = talk.signatures[0];
  return <Text>{first ? t('sign.meansFrozen', { name: talk[first.side].name }) : t('sign.means')}</Text>;
}

function Content({ summary }: { summary: Summary }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { inText } = useDates();
  const { notes, agreements } = summary;
  return (
    <>
      <Section title={t('sign.notes')}>
        {notes.trim() === '' ? <Text className={styles.quiet}>{t('sign.noNotes')}</Text> : <p className={styles.text}>{notes}</p>}
      </Section>
      <Section title={t('sign.agreements')}>
        {agreements.length === 0 && <Text className={styles.quiet}>{t('sign.noAgreements')}</Text>}
        <ul className={styles.list}>
          {agreements.map(({ text, ownerName: owner, due }, at) => (
            <li key={at} className={styles.one}>
              <Text className={styles.text}>{text}</Text>
              <Text size={200} className={styles.quiet}>
                {due ? t('sign.due', { owner, day: inText.day(due) }) : t('sign.noDue', { owner })}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

const sides: Side[] = ['employee', 'manager'];

function Signatures({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { inText } = useDates();
  return (
    <ul className={styles.list} aria-label={t('sign.who')}>
      {sides.map((side) => {
        const signature = talk.signatures.find((one) => one.side === side);
        const { name } = talk[side];
        return (
          <li key={side} className={styles.who}>
            {signature ? (
              <CheckmarkCircle20Filled className={styles.icon} aria-hidden />
            ) : (
              <Circle20Regular className={styles.icon} aria-hidden />
            )}
            <Text>{signature ? t('sign.signedBy', { name, when: inText.instant(signature.at) }) : t('sign.waitsFor', { name })}</Text>
          </li>
        );
      })}
    </ul>
  );
}

/** The summary inside a `content-changed` problem, checked by hand: the tab carries no schemas. */
function summaryIn(current: unknown): Summary | null {
  if (typeof current !== 'object' || current === null) return null;
  const { notes, agreements, hash } = current as Partial<Summary>;
  return typeof notes === 'string' && Array.isArray(agreements) && typeof hash === 'string' ? (current as Summary) : null;
}
