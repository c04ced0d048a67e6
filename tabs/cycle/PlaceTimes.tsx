/** The next times for one talk of a plan, three at once and more when asked, one button each. Escape, or the button, keeps the plan as it is. */
import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Cycle } from '#api/cycle/contract.ts';
import { secondOf } from '#api/cycle/rules/second-days.ts';
import { findPlaces, type Place } from '#api/cycle/placing/contract.ts';
import type { PersonRef } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import type { Placing } from './use-placing.ts';

const useStyles = makeStyles({
  times: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  time: { width: '100%', maxWidth: '460px', justifyContent: 'start', whiteSpace: 'normal', textAlign: 'start' },
  words: { display: 'flex', flexDirection: 'column' },
  day: { maxWidth: '200px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** As many as are offered at once: fewer mean that there are no later ones. */
const atOnce = 3;

export type PlaceTimesProps = {
  cycle: Cycle;
  employee: PersonRef;
  /** False: the talk has no time yet. */
  hasTime: boolean;
  placing: Placing;
  /** `done`: a time was chosen. */
  onClose: (done: boolean) => void;
  onLeaveOut?: () => void;
};

export function PlaceTimes({ cycle, employee, hasTime, placing, onClose, onLeaveOut }: PlaceTimesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const [from, setFrom] = useState('');
  /** After which time each further group begins. */
  const [afters, setAfters] = useState<string[]>([]);
  const { windowFrom, windowTo } = cycle.settings;
  const second = secondOf(cycle.settings);
  const days = second?.people.includes(employee.id) ? second : { from: windowFrom, to: windowTo };
  const look = (day: string): void => {
    setFrom(day);
    setAfters([]);
  };
  const take = (place: Place): void => void placing.choose(employee, place).then((done) => done && onClose(true));
  const since = from === '' ? {} : { from };
  const groups = [since, ...afters.map((after) => ({ ...since, after }))];
  return (
    <InlinePanel title={t(hasTime ? 'place.title' : 'place.titleFirst', { name: employee.name })} level="h3" onClose={() => onClose(false)}>
      <Text className={styles.quiet}>{t('place.lead')}</Text>
      {(placing.taken === employee.id || placing.changed) && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t(placing.changed ? 'place.changed' : 'place.taken')}</MessageBarBody>
        </MessageBar>
      )}
      <ProblemNotice error={placing.error} />
      {groups.map((query, at) => (
        <Group
          key={`${JSON.stringify(query)} ${cycle.version} ${placing.taken}`}
          given={{ params: { cycleId: cycle.cycleId, employeeId: employee.id }, query }}
          first={at === 0}
          hasTime={hasTime}
          busy={placing.busy}
          onTake={take}
          {...(at === afters.length ? { onMore: (last: string) => setAfters([...afters, last]) } : {})}
        />
      ))}
      <Field label={t('place.from')} className={styles.day}>
        <Input type="date" value={from} min={days.from} max={days.to} onChange={(_event, { value }) => look(value)} />
      </Field>
      <div className={styles.actions}>
        <Button size="small" appearance="subtle" onClick={() => onClose(false)}>
          {t(hasTime ? 'place.keep' : 'place.close')}
        </Button>
        {onLeaveOut && (
          <Button size="small" appearance="subtle" disabledFocusable={placing.busy} onClick={onLeaveOut}>
            {t('look.leaveOut')}
          </Button>
        )}
      </div>
    </InlinePanel>
  );
}

type Given = { params: { cycleId: string; employeeId: string }; query: { from?: string; after?: string } };
type GroupProps = {
  given: Given;
  first: boolean;
  hasTime: boolean;
  busy: boolean;
  onTake: (place: Place) => void;
  /** Only the last group leads on. */
  onMore?: (last: string) => void;
};

function Group({ given, first, hasTime, busy, onTake, onMore }: GroupProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const read = useRead(findPlaces, given);
  // What was read for an earlier plan is of no use: it is not shown while it is read again.
  const places = read.isFetching && !read.isFetchedAfterMount ? undefined : read.data?.places;
  const last = places?.at(-1);
  if (!places) {
    return read.error ? <ProblemNotice error={read.error} onRetry={() => void read.refetch()} /> : <BlockSkeleton size={96} />;
  }
  return (
    <>
      {places.length === 0 && <Text role="status">{t(first && given.query.from === undefined ? 'place.none' : 'place.noMore')}</Text>}
      {first && !hasTime && last?.aside && <Text>{t('place.asideLead')}</Text>}
      {places.length > 0 && (
        <ul className={styles.times}>
          {places.map((place) => (
            <li key={place.start}>
              <Button className={styles.time} disabledFocusable={busy} onClick={() => onTake(place)}>
                <span className={styles.words}>
                  <span>{dates.talkTime(place.start, place.end)}</span>
                  {place.aside && (
                    <Text size={200} className={styles.quiet}>
                      {t('place.aside', {
                        name: place.aside.employee.name,
                        when: dates.inText.shortTime(place.aside.start, place.aside.end),
                      })}
                    </Text>
                  )}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {onMore && last && !last.aside && places.length === atOnce && (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={() => onMore(last.start)}>
            {t('place.more')}
          </Button>
        </div>
      )}
    </>
  );
}
