/** What an employee's new manager reads of before: what comes along by itself, and talk by talk what the employee lets them read or takes back. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { listPassing, type Passing } from '#api/talk/passing/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { PassingTalk } from './PassingTalk.tsx';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  list: { margin: 0, paddingLeft: '20px' },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PassingPage() {
  const t = useTexts('passing');
  const app = useTexts('app');
  const { data, error, isPending, refetch } = useRead(listPassing, {});
  const manager = data?.manager ?? null;
  const lead = manager ? { lead: t('lead', { name: manager.name }) } : {};
  return (
    <Page title={t('title')} {...lead} back={{ to: { page: 'my-talk' }, text: app('tabs.myTalk') }} narrow>
      {isPending && <RowsSkeleton rows={3} />}
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data && !manager && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      {data && manager && (
        <>
          <BySelf passing={data} name={firstName(manager.name)} />
          {data.talks.map((talk) => (
            <PassingTalk key={talk.talkId} talk={talk} manager={manager} onStale={() => void refetch()} />
          ))}
          <Never name={firstName(manager.name)} />
        </>
      )}
    </Page>
  );
}

function Never({ name }: { name: string }) {
  const styles = useStyles();
  const t = useTexts('passing');
  return <Text className={styles.quiet}>{t('never', { name })}</Text>;
}

function BySelf({ passing: { agreements, goals }, name }: { passing: Passing; name: string }) {
  const t = useTexts('passing');
  const linkTo = useLinkTo();
  const nothing = agreements.length === 0 && goals.length === 0;
  return (
    <Section title={t('bySelf')}>
      {nothing && <Text>{t('none')}</Text>}
      <Lines
        label={t('agreements')}
        lines={agreements.map(({ agreementId: key, text, open }) => ({ key, text, open }))}
        link={linkTo({ page: 'agreements' })}
      />
      <Lines
        label={t('goals', { name })}
        lines={goals.map(({ goalId: key, what: text, open }) => ({ key, text, open }))}
        link={linkTo({ page: 'goals' })}
      />
    </Section>
  );
}

type LinesProps = {
  label: string;
  lines: { key: string; text: string; open: boolean }[];
  link: ReturnType<ReturnType<typeof useLinkTo>>;
};

/** What goes on; of what has come to its end only how many. */
function Lines({ label, lines, link }: LinesProps) {
  const styles = useStyles();
  const t = useTexts('passing');
  const open = lines.filter((line) => line.open);
  if (lines.length === 0) return null;
  return (
    <div className={styles.part}>
      <div>
        <Link {...link}>{label}</Link>
      </div>
      {open.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {open.map(({ key, text }) => (
            <li key={key} className={styles.text}>
              {text}
            </li>
          ))}
        </ul>
      )}
      {open.length < lines.length && <Text className={styles.quiet}>{t('ended', { count: lines.length - open.length })}</Text>}
    </div>
  );
}
