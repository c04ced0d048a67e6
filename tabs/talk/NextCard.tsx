/** The biggest thing on My talk: with whom, when, and the one thing to do now. */
import { Button, makeStyles, Text, Title3, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import type { Place } from '#tabs/platform/routes/routes.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { MoveButton, MovePlace } from './MoveButton.tsx';
import { useCalendarFile } from './use-calendar-file.ts';
import { useOpening } from './use-opening.ts';
import { nextOf, type Next } from './use-next.ts';
import { heldElsewhen } from './use-held.ts';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    minWidth: 0,
    padding: '24px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    '@media (max-width: 480px)': { padding: '16px' },
  },
  title: { margin: 0, overflowWrap: 'anywhere', '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase500 } },
  when: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export function NextCard({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const id = useId();
  const { name, jobTitle, id: personId } = talk.manager;
  const next = nextOf(talk);
  const move = useOpening();
  const calendar = useCalendarFile(talk.talkId);
  const { done, of } = talk.answered;
  return (
    <section aria-labelledby={id} className={styles.card}>
      <Title3 as="h2" id={id} className={styles.title}>
        {t('my.with', { name })}
      </Title3>
      <PersonName id={personId} name={name} title={jobTitle} size={48} />
      <When talk={talk} />
      {talk.attention && <Text className={styles.when}>{t(`attention.employee.${talk.attention.kind}`, { name })}</Text>}
      <Text className={styles.quiet}>{t(`my.say.${next.say}`, { name, done, of })}</Text>
      <div className={styles.actions}>
        <Main talk={talk} act={next.act} />
        {next.act !== 'open' && next.act !== 'look' && <Quiet to={{ page: 'talk', talkId: talk.talkId }} />}
        <MoveButton talk={talk} {...move} large />
        {talk.booking === 'booked' && !talk.startedAt && (
          <Button size="large" appearance="subtle" onClick={() => void calendar.save()}>
            {t('my.calendar')}
          </Button>
        )}
      </div>
      <ProblemNotice error={calendar.problem} onRetry={() => void calendar.save()} />
      <MovePlace talk={talk} open={move.open} onClose={move.onClose} />
    </section>
  );
}

function When({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const { start, end, joinUrl, booking, manager } = talk;
  const held = heldElsewhen(talk, dates.daysUntil);
  if (held) return <Text className={styles.when}>{dates.day(held)}</Text>;
  if (!start || !end) {
    const words = talk.next === 'find-time' ? 'my.noTimeYours' : 'my.noTime';
    return <Text className={styles.when}>{t(words, { name: manager.name })}</Text>;
  }
  const when = [dates.talkTime(start, end), talk.room].filter(Boolean).join(' · ');
  return (
    <>
      <Text weight="semibold" className={styles.when}>
        {joinUrl ? t('my.time', { when }) : when}
      </Text>
      {booking === 'under-way' && <Text className={styles.quiet}>{t('my.booking')}</Text>}
    </>
  );
}

/** The one filled button. */
function Main({ talk, act }: { talk: Talk; act: Next['act'] }) {
  const t = useTexts('talk');
  const linkTo = useLinkTo();
  const teams = useTeams();
  const { talkId, joinUrl } = talk;
  if (act === 'join' && joinUrl) {
    return (
      <Button appearance="primary" size="large" onClick={() => void teams.openLink(joinUrl)}>
        {t('my.join')}
      </Button>
    );
  }
  const places: Record<typeof act, Place> = {
    start: { page: 'prepare', talkId },
    goOn: { page: 'prepare', talkId },
    read: { page: 'prepare', talkId },
    look: { page: 'talk', talkId },
    join: { page: 'talk', talkId },
    open: { page: 'talk', talkId },
    sign: { page: 'sign', talkId },
  };
  return (
    <Button as="a" appearance="primary" size="large" {...linkTo(places[act])}>
      {t(`my.${act}`)}
    </Button>
  );
}

function Quiet({ to }: { to: Place }) {
  const t = useTexts('talk');
  const linkTo = useLinkTo();
  return (
    <Button as="a" size="large" {...linkTo(to)}>
      {t('my.open')}
    </Button>
  );
}
