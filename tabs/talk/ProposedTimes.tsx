/** Proposed times: each can be left out or changed; and afterwards, what has become of each. Finds and books nothing itself. */
import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useProblemTexts } from '#tabs/platform/texts/problem-texts.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ownWordsFor, type Proposal } from './use-proposals.ts';
import type { TeamTimesState } from './use-team-times.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '0 12px',
    maxWidth: '640px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  // As far in as the words of those that have a box.
  plain: { padding: '8px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What is said of one: when it would be, and what stands in its way. */
function useSay(): (one: Proposal) => string {
  const t = useTexts('team');
  const { inText } = useDates();
  const textsOf = useProblemTexts();
  return ({ name, time, was, state, problem, isOnly = false }) => {
    const own = problem && ownWordsFor(problem);
    if (own) return t(own, { name });
    if (problem) return t('timeFor', { name, when: `${textsOf(problem).title}. ${textsOf(problem).text}` });
    if (!time) return state === 'none' ? t('timeNone', { name }) : t('timeFor', { name, when: t('sought') });
    const when = [inText.shortTime(time.start, time.end), time.room, isOnly && t('onlyTime')].filter(Boolean).join(' · ');
    if (state === 'booked') return t('bookedFor', { name, when });
    return was ? t('timeInstead', { name, when, was: inText.shortTime(was.start, was.end) }) : t('timeFor', { name, when });
  };
}

export function ProposedTimes({ times: { proposals, progress, another, choose } }: { times: TeamTimesState }) {
  const styles = useStyles();
  const t = useTexts('team');
  const say = useSay();
  const chosen = proposals.filter(({ isChosen }) => isChosen).map(({ talkId }) => talkId);
  const tick = (talkId: string, isTicked: boolean): void =>
    choose(isTicked ? [...chosen, talkId] : chosen.filter((other) => other !== talkId));
  return (
    <>
      <ul className={styles.list} aria-label={t('timesBook')}>
        {proposals.map((one) => (
          <li key={one.talkId} className={styles.row}>
            {one.state !== 'found' ? (
              <Text className={styles.plain}>{say(one)}</Text>
            ) : (
              <>
                <Checkbox label={say(one)} checked={one.isChosen} onChange={(_event, { checked }) => tick(one.talkId, checked === true)} />
                <Button
                  size="small"
                  appearance="subtle"
                  aria-label={t('anotherFor', { name: one.name })}
                  disabledFocusable={progress !== null}
                  onClick={() => progress === null && void another(one)}
                >
                  {t('another')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {proposals.some(({ byHours }) => byHours) && <Text className={styles.quiet}>{t('byHours')}</Text>}
    </>
  );
}

export function ToldTimes({ proposals }: { proposals: Proposal[] }) {
  const styles = useStyles();
  const t = useTexts('team');
  const say = useSay();
  return (
    <ul className={styles.list} aria-label={t('timesTold')}>
      {proposals.map((one) => (
        <li key={one.talkId} className={styles.row}>
          <Text className={styles.plain} weight={one.problem ? 'semibold' : 'regular'}>
            {say(one)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
