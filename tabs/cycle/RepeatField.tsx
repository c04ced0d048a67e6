/** How often a cycle comes again: chosen before the launch or after. Once the next round is a draft of its own, the way there. */
import { Field, Link, makeStyles, Select, Text } from '@fluentui/react-components';
import { listCycles, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { chooseRecurrence, stopRepeating, type Every, type Round } from '#api/cycle/recurrence/contract.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  field: { maxWidth: '480px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px' },
});
const choices: (Every | 'once')[] = ['once', 'year', 'half-year', 'quarter'];

export function RepeatField({ cycle }: { cycle: Cycle }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const keep = useKeep();
  const linkTo = useLinkTo();
  const { recurrence } = cycle;
  const given = { params: { cycleId: cycle.cycleId }, version: cycle.version };
  const sending = {
    refreshes: [listCycles, readCycle],
    onDone: ({ version, recurrence }: Round) => keep(readCycle, { params: given.params }, { ...cycle, version, recurrence }),
  };
  const choose = useSend(chooseRecurrence, sending);
  const stop = useSend(stopRepeating, sending);
  if (recurrence?.nextId)
    return (
      <Text className={styles.line}>
        {t('repeat.ready')} <Link {...linkTo({ page: 'cycle', cycleId: recurrence.nextId })}>{t('repeat.look')}</Link>
      </Text>
    );
  if (recurrence?.startsOn && !cycle.launchedAt)
    return <Text>{recurrence.state === 'starts' && t('repeat.byItself', { day: dates.inText.day(recurrence.startsOn) })}</Text>;
  const next = recurrence?.next;
  const onChoose = (every: Every | 'once'): void => {
    // Of a launched cycle, what was chosen before is kept and may be taken up again.
    if (every === 'once' && cycle.launchedAt) stop.mutate(given);
    else choose.mutate({ ...given, body: { every } });
  };
  return (
    <>
      <Field label={t('repeat.field')} hint={t('repeat.hint')} className={styles.field}>
        <Select
          value={recurrence && recurrence.state !== 'ended' ? recurrence.every : 'once'}
          disabled={choose.isPending || stop.isPending}
          onChange={(_event, { value }) => onChoose(value as Every | 'once')}
        >
          {choices.map((every) => (
            <option key={every} value={every}>
              {t(`repeat.every.${every}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div role="status">
        {next && (
          <Text>
            {t('repeat.next', {
              day: dates.inText.day(next.startsOn),
              from: dates.inText.shortDay(next.windowFrom),
              to: dates.inText.shortDay(next.windowTo),
            })}
          </Text>
        )}
      </div>
      <ProblemNotice error={choose.error ?? stop.error} />
    </>
  );
}
