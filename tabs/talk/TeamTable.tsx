/** The rows of My team, as a table or, on narrow screens, as cards. Every sign has its words. */
import { Button, Link, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Circle16Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import type { TeamRow } from '#api/talk/team/contract.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { CardTable, type Column } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { stepAmong } from '#tabs/ui/step-among.ts';
import { CheckInPlace } from './CheckInPlace.tsx';
import { NextStepButton } from './NextStepButton.tsx';
import { useFirstRows } from './use-first-rows.ts';
import { needsMeToday, standingOf } from './use-needs.ts';
import { heldElsewhen } from './use-held.ts';

const useStyles = makeStyles({
  person: { color: tokens.colorNeutralForeground1, ':hover': { color: tokens.colorNeutralForeground1 }, maxWidth: '100%' },
  sides: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
  side: { display: 'inline-flex', gap: '4px', alignItems: 'center', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  shared: { color: tokens.colorBrandForeground1 },
  more: { padding: '12px 12px 8px' },
  stack: { display: 'flex', flexDirection: 'column' },
  // A name and a time in one piece, where there is room for that.
  whole: { '@media (min-width: 1200px)': { whiteSpace: 'nowrap' } },
  ground: {
    '@media (min-width: 721px)': {
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusLarge,
      padding: '8px 4px 4px',
    },
  },
});

/** What has the focus in a row first. */
const ofName = '[data-person]';

export function TeamTable({ rows }: { rows: TeamRow[] }) {
  const styles = useStyles();
  const { ground, shown, rest, showAll } = useFirstRows(rows, ofName);
  const team = useTexts('team');
  const { daysUntil } = useDates();
  /** Without a talk there is nothing to say in that column. */
  const ofTalk = (show: (talk: Talk) => ReactNode) =>
    function OfTalk({ talk }: TeamRow) {
      return talk ? show(talk) : <Text className={styles.quiet}>–</Text>;
    };
  const columns: Column<TeamRow>[] = [
    { key: 'person', name: team('table.person'), show: (row) => <Person row={row} /> },
    {
      key: 'time',
      name: team('table.time'),
      show: ({ talk }) => (talk ? <Time talk={talk} /> : <Text className={styles.quiet}>{team('noTalk')}</Text>),
    },
    { key: 'preparation', name: team('table.preparation'), show: ofTalk((talk) => <Preparation talk={talk} />) },
    { key: 'state', name: team('table.state'), show: (row) => <State row={row} /> },
    {
      key: 'agreements',
      name: team('table.agreements'),
      align: 'number',
      show: ({ openAgreements }) => <span className={openAgreements === 0 ? styles.quiet : undefined}>{openAgreements}</span>,
    },
    { key: 'last', name: team('lastTalk'), show: (row) => <Last row={row} /> },
    {
      key: 'next',
      name: team('table.next'),
      bare: true,
      show: ({ person, talk }) =>
        talk ? <NextStepButton talk={talk} today={needsMeToday(talk, daysUntil)} /> : <OpenPerson id={person.id} name={person.name} />,
    },
  ];
  return (
    <div className={styles.ground} ref={ground} onKeyDown={stepAmong(ofName)}>
      <CardTable label={team('table.title')} columns={columns} rows={shown} keyOf={({ person }) => person.id} />
      {rest > 0 && (
        <div className={styles.more}>
          <Button onClick={showAll}>{team('more', { count: rest })}</Button>
        </div>
      )}
    </div>
  );
}

function Person({ row: { person } }: { row: TeamRow }) {
  const styles = useStyles();
  const linkTo = useLinkTo();
  const { id, name, jobTitle } = person;
  return (
    <Link data-person className={mergeClasses(styles.person, styles.whole)} {...linkTo({ page: 'person', employeeId: id })}>
      <PersonName id={id} name={name} title={jobTitle} />
    </Link>
  );
}

function OpenPerson({ id, name }: { id: string; name: string }) {
  const team = useTexts('team');
  const linkTo = useLinkTo();
  const act = team('open');
  return (
    <Button
      as="a"
      appearance="subtle"
      size="small"
      aria-label={team('table.actFor', { act, name })}
      {...linkTo({ page: 'person', employeeId: id })}
    >
      {act}
    </Button>
  );
}

/** The last talk, and what was said in the last check-in since: for the manager's eyes, in the words of the answer. */
function Last({ row: { lastTalkAt: at, lastCheckIn } }: { row: TeamRow }) {
  const styles = useStyles();
  const t = useTexts('team');
  const { shortDay } = useDates();
  return (
    <span className={styles.stack}>
      <Text className={at ? undefined : styles.quiet}>{at ? shortDay(at) : t('never')}</Text>
      {lastCheckIn && <LastCheckIn checkIn={lastCheckIn} />}
    </span>
  );
}

function LastCheckIn({ checkIn: { at, by, how, need } }: { checkIn: NonNullable<TeamRow['lastCheckIn']> }) {
  const styles = useStyles();
  const t = useTexts('team');
  const { inText } = useDates();
  const said = [t(`checkIn.how.${how}`), ...(need === 'nothing' ? [] : [t(`checkIn.need.${need}`)])].join(', ');
  return (
    <Text size={200} className={styles.quiet}>
      {t(`checkIn.${by}`, { day: inText.shortDay(at), said })}
    </Text>
  );
}

function Time({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('team');
  const dates = useDates();
  const held = heldElsewhen(talk, dates.daysUntil);
  if (held) return <Text className={styles.whole}>{dates.shortDay(held)}</Text>;
  if (!talk.start || !talk.end) return <Text className={styles.quiet}>{t('table.noTime')}</Text>;
  const isToday = dates.daysUntil(talk.start) === 0;
  return (
    <span className={styles.stack}>
      <Text weight={isToday ? 'semibold' : 'regular'} className={styles.whole}>
        {isToday ? t('table.clock', { time: dates.time(talk.start) }) : dates.shortTime(talk.start, talk.end)}
      </Text>
      <Text size={200} className={styles.quiet}>
        {talk.booking === 'under-way'
          ? t(talk.byHand ? 'table.byHand' : 'table.booking')
          : isToday
            ? t('table.minutes', { count: talk.lengthMinutes })
            : dates.near(talk.start)}
      </Text>
    </span>
  );
}

/** Both sides, employee first; a filled circle with a tick is shared, an empty one not yet. The words are there for everyone who asks. */
function Preparation({ talk }: { talk: Talk }) {
  const styles = useStyles();
  const t = useTexts('team');
  const { done, of } = talk.answered;
  return (
    <span className={styles.sides}>
      <Side name={talk.employee.name.split(' ')[0] ?? ''} shared={talk.employeeReleasedAt !== null} more="" />
      <Side name={t('table.you')} shared={talk.managerReleasedAt !== null} more={t('table.answered', { done, of })} />
    </span>
  );
}

function Side({ name, shared, more }: { name: string; shared: boolean; more: string }) {
  const styles = useStyles();
  const t = useTexts('team');
  const state = shared ? t('table.shared') : t('table.notShared');
  const words = [`${name}: ${state}`, shared ? '' : more].filter(Boolean).join(', ');
  return (
    <span className={styles.side} role="img" aria-label={words} title={words}>
      {shared ? (
        <CheckmarkCircle16Filled className={styles.shared} aria-hidden />
      ) : (
        <Circle16Regular className={styles.quiet} aria-hidden />
      )}
      <Text className={mergeClasses(!shared && styles.quiet)}>{name}</Text>
    </span>
  );
}

function State({ row: { talk, topics } }: { row: TeamRow }) {
  const styles = useStyles();
  const team = useTexts('team');
  return (
    <span className={styles.stack}>
      {talk ? <TalkState talk={talk} /> : topics === 0 && <Text className={styles.quiet}>–</Text>}
      {topics > 0 && (
        <Text size={200} className={styles.quiet}>
          {team('topics', { count: topics })}
        </Text>
      )}
      {talk && <CheckInPlace talk={talk} />}
    </span>
  );
}

function TalkState({ talk }: { talk: Talk }) {
  const t = useTexts('talk');
  const team = useTexts('team');
  const says = standingOf(talk);
  if (says === 'status') return <Text>{t(`status.${talk.status}`)}</Text>;
  if (says === 'attention') return talk.attention && <Text weight="semibold">{t(`attention.short.${talk.attention.kind}`)}</Text>;
  return <Text>{team(`table.${says}`, { name: talk.employee.name })}</Text>;
}
