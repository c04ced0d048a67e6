/** A link to one's own data for after one has left: made, shown this once, made anew, taken back. The link is in memory alone. */
import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { createLeavingLink, dropLeavingLink, readLeavingLink, type LeavingLink as Made } from '#api/privacy/leaving/contract.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  bar: { height: 'auto', paddingTop: '8px', paddingBottom: '8px', alignItems: 'start' },
  body: { whiteSpace: 'normal' },
  link: { overflowWrap: 'anywhere', marginTop: '8px', marginBottom: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const refreshes = [readLeavingLink];

export function LeavingLink() {
  const styles = useStyles();
  const t = useTexts('data');
  const [link, setLink] = useState<string | null>(null);
  const { data, error, refetch } = useRead(readLeavingLink, {});
  const create = useSend(createLeavingLink, { refreshes, onDone: (answer) => setLink(answer.link) });
  const drop = useSend(dropLeavingLink, { refreshes, onDone: () => setLink(null) });
  const problem = create.error ?? drop.error;
  const busy = create.isPending || drop.isPending;
  // What another window has changed is read anew, so that trying again is about what is shown.
  const again = (): void => {
    create.reset();
    drop.reset();
    void refetch();
  };
  const given = data && { version: data.version };
  return (
    <Section title={t('leaving.title')} lead={t('leaving.lead')}>
      <Text>{t('leaving.careful')}</Text>
      {!data && !error && <BlockSkeleton size={64} />}
      <ProblemNotice error={data ? null : error} onRetry={() => void refetch()} />
      {link && <Shown link={link} />}
      {given && data.made && <Since made={data.made} />}
      {given && (
        <div className={styles.actions}>
          <Button disabledFocusable={busy} onClick={() => create.mutate(given)}>
            {t(data.made ? 'leaving.makeAnew' : 'leaving.make')}
          </Button>
          {data.made && (
            <Button disabledFocusable={busy} onClick={() => drop.mutate(given)}>
              {t('leaving.takeBack')}
            </Button>
          )}
        </div>
      )}
      <Text role="status" className={styles.quiet}>
        {drop.isSuccess && !data?.made ? t('leaving.takenBack') : ''}
      </Text>
      {problem && <ProblemNotice error={problem} onRetry={again} />}
    </Section>
  );
}

/** Since when there is one, and whether it was used: who sees an opening that was not theirs knows to take it back. */
function Since({ made }: { made: NonNullable<Made['made']> }) {
  const t = useTexts('data');
  const dates = useDates();
  const { at, openings, lastOpenedAt } = made;
  return (
    <Text>
      {t('leaving.since', { when: dates.inText.instant(at) })}{' '}
      {lastOpenedAt ? t('leaving.used', { count: openings, when: dates.inText.instant(lastOpenedAt) }) : t('leaving.unused')}
    </Text>
  );
}

/** The link this once, to copy; it takes the focus, since it was asked for. */
function Shown({ link }: { link: string }) {
  const styles = useStyles();
  const t = useTexts('data');
  const [copied, setCopied] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [link]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Some hosts keep the clipboard from the page: the link stands in the field, marked, and can be copied there.
      field.current?.select();
    }
  };
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t('leaving.once')}</MessageBarTitle> {t('leaving.onceText')}
        <GrowingText ref={field} readOnly small aria-label={t('leaving.label')} value={link} className={styles.link} />
        <Button size="small" onClick={() => void copy()}>
          {t(copied ? 'leaving.copied' : 'leaving.copy')}
        </Button>
      </MessageBarBody>
    </MessageBar>
  );
}
