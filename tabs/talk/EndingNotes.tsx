/** Before somebody signs: which notes of earlier talks go with it, and a copy of each to keep. Nothing where none do. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Talk } from '#api/talk/contract.ts';
import { listEnding, type Ending } from '#api/talk/ending/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useSummaryFile } from './use-summary-file.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  one: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type EndingNotesProps = { talk: Pick<Talk, 'talkId' | 'signatures'> };

export function EndingNotes({ talk: { talkId } }: EndingNotesProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { data, error, refetch } = useRead(listEnding, { params: { talkId } });
  // Nobody should sign without having been told: that it cannot be said now is said as well.
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || (data.talks.length === 0 && !data.own)) return null;
  return (
    <Section title={t('ending.title')}>
      {data.own && <Text>{t('ending.own')}</Text>}
      {data.talks.length > 0 && (
        <>
          <Text>{t('ending.lead')}</Text>
          <ul className={styles.list} aria-label={t('ending.title')}>
            {data.talks.map((talk) => (
              <li key={talk.talkId} className={styles.one}>
                <Earlier talk={talk} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Earlier({ talk }: { talk: Ending['talks'][number] }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  const linkTo = useLinkTo();
  const { talkId, cycleName: cycle, startedAt } = talk;
  const { save, busy, saved, problem } = useSummaryFile({ talkId, startedAt, start: null });
  const name = t('ending.talk', { cycle, day: inText.day(startedAt) });
  return (
    <>
      <Text weight="semibold">{name}</Text>
      <div className={styles.actions}>
        {(['pdf', 'word'] as const).map((kind) => (
          <Button
            key={kind}
            size="small"
            aria-label={`${t(`file.${kind}`)}: ${name}`}
            disabledFocusable={busy !== null}
            onClick={() => void save(kind)}
          >
            {t(`file.${kind}`)}
          </Button>
        ))}
        <Link aria-label={`${t('ending.read')}: ${name}`} {...linkTo({ page: 'talk', talkId })}>
          {t('ending.read')}
        </Link>
      </div>
      <Text role="status" size={200} className={styles.quiet}>
        {busy ? t('file.busy') : saved ? t('file.saved', { name: saved }) : ''}
      </Text>
      {problem && <ProblemNotice error={problem.refused} onRetry={() => void save(problem.kind)} />}
    </>
  );
}
