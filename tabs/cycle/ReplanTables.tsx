/** Every talk that a re-plan touches, and those it deliberately leaves: from where to where, and why. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Proposal, ReplanWhy, ReplanWish } from '#api/cycle/replan/contract.ts';
import { lastDayOf } from '#api/talk/parting/rules.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { CardTable, type Column } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

type Two = Pick<Proposal['given'][number], 'employee' | 'manager'>;
type WithNew = Pick<Proposal['otherManager'][number], 'employee' | 'manager' | 'newManager'>;
type Span = { start: string; end: string };
const byManager = <R extends Two>(rows: R[]): R[] => rows.toSorted((a, b) => a.manager.name.localeCompare(b.manager.name));

export type ReplanTablesProps = { proposal: Proposal; wish: ReplanWish; ask: (part: Partial<ReplanWish>) => void };

export function ReplanTables({ proposal, wish, ask }: ReplanTablesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { two, timeOf, why, press, newManagerIn, handing, choiceOf } = useColumns(ask);
  const { moves, given, withdrawn, handOvers, otherManager, begun, stays } = proposal;
  const keepManager = wish.keepManager ?? [];
  const keyOf = ({ employee }: Two): string => employee.id;
  const table = <R extends Two>(title: string, lead: string | null, rows: R[], columns: Column<R>[]) =>
    rows.length > 0 && (
      <Section title={title} lead={lead}>
        <CardTable label={title} rows={byManager(rows)} keyOf={keyOf} columns={columns} />
      </Section>
    );
  const leave = press<Proposal['moves'][number]>('stay', (id) => [...wish.stay, id]);
  const release = press<Proposal['stays'][number]>('unstay', (id) => wish.stay.filter((one) => one !== id));
  const handOver = handing<Proposal['otherManager'][number]>('handOver', (id) => keepManager.filter((one) => one !== id));
  return (
    <>
      {table(t('replan.movesTitle'), t('replan.movesHint'), moves, [
        ...two(),
        timeOf('from', t('replan.from'), ({ from }) => from),
        timeOf('to', t('replan.to'), ({ to }) => to),
        why(),
        leave,
      ])}
      {table(t('replan.given'), null, given, [...two(), timeOf('to', t('replan.to'), ({ to }) => to)])}
      {table(t('replan.withdrawn'), t('replan.withdrawnHint'), withdrawn, [...two(), timeOf('from', t('replan.time'), ({ from }) => from)])}
      {table(t('replan.handOvers'), t('replan.handOversHint'), handOvers, [
        ...two(),
        newManagerIn(),
        timeOf('from', t('replan.from'), ({ from }) => from),
        timeOf('to', t('replan.to'), ({ to }) => to),
        handing('keep', (id) => [...keepManager, id]),
      ])}
      {table(t('replan.otherManager'), t('replan.otherManagerHint'), otherManager, [
        ...two(),
        newManagerIn(),
        { ...handOver, show: (row) => keepManager.includes(row.employee.id) && handOver.show(row) },
      ])}
      {table(t('replan.begun'), t('replan.begunHint'), begun, [
        ...two(),
        newManagerIn(),
        { key: 'state', name: t('replan.state'), show: ({ isHeld }) => <Text>{t(isHeld ? 'replan.toSign' : 'replan.goingOn')}</Text> },
        { key: 'choice', name: t('replan.choice'), show: (row) => <Text>{choiceOf(row)}</Text> },
      ])}
      {table(t('replan.stays'), null, stays, [
        ...two(),
        timeOf('at', t('replan.time'), ({ at }) => at),
        why(),
        { key: 'because', name: t('look.helps'), show: ({ because }) => <Text className={styles.quiet}>{t(`replan.${because}`)}</Text> },
        { ...release, show: (row) => row.because === 'chosen' && release.show(row) },
      ])}
    </>
  );
}

/** Columns that several of the tables have. */
function useColumns(ask: ReplanTablesProps['ask']) {
  const t = useTexts('cycle');
  const dates = useDates();
  const whyIn = useWhyWords();
  return {
    two: <R extends Two>(): Column<R>[] => [
      { key: 'person', name: t('look.person'), show: ({ employee }) => <PersonName id={employee.id} name={employee.name} /> },
      { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager.name}</Text> },
    ],
    timeOf: <R,>(key: string, name: string, spanIn: (row: R) => Span | null): Column<R> => ({
      key,
      name,
      show: (row) => {
        const span = spanIn(row);
        return <Text>{span ? dates.shortTime(span.start, span.end) : t('progress.withoutTime', { count: 1 })}</Text>;
      },
    }),
    why: <R extends { why: ReplanWhy }>(): Column<R> => ({
      key: 'why',
      name: t('look.why'),
      show: (row) => <Text>{whyIn(row.why)}</Text>,
    }),
    newManagerIn: <R extends WithNew>(): Column<R> => ({
      key: 'new',
      name: t('replan.newManager'),
      show: ({ newManager }) => <Text>{newManager.name}</Text>,
    }),
    choiceOf: ({ until, isOver }: Proposal['begun'][number]): string => {
      if (until === null) return t('replan.choiceNext');
      return isOver ? t('replan.choiceOver') : t('replan.choiceUntil', { day: dates.inText.day(lastDayOf(until)) });
    },
    /** Asks again with other talks that are handed over. */
    handing: <R extends WithNew>(key: 'keep' | 'handOver', keepManager: (id: string) => string[]): Column<R> => ({
      key,
      name: t(`replan.${key}`),
      bare: true,
      show: ({ employee: { id, name }, manager, newManager }) => (
        <Button
          size="small"
          aria-label={t(`replan.${key}Of`, { name, manager: (key === 'keep' ? manager : newManager).name })}
          onClick={() => ask({ keepManager: keepManager(id) })}
        >
          {t(`replan.${key}`)}
        </Button>
      ),
    }),
    /** Asks again with other talks that stay. */
    press: <R extends Two>(key: 'stay' | 'unstay', stay: (id: string) => string[]): Column<R> => ({
      key,
      name: t(`replan.${key}`),
      bare: true,
      show: ({ employee: { id, name } }) => (
        <Button size="small" aria-label={t(`replan.${key}Of`, { name })} onClick={() => ask({ stay: stay(id) })}>
          {t(`replan.${key}`)}
        </Button>
      ),
    }),
  };
}

function useWhyWords(): (why: ReplanWhy) => string {
  const t = useTexts('cycle');
  const dates = useDates();
  return (why) => {
    if (why.kind === 'away') {
      const [from, to] = [dates.inText.shortDay(why.from), dates.inText.shortDay(why.to)];
      return t(from === to ? 'replan.why.awayDay' : 'replan.why.away', { name: why.person.name, from, to });
    }
    if (why.kind !== 'day-off') return t(`replan.why.${why.kind}`);
    return t(why.name === '' ? 'replan.why.day-off' : 'replan.why.day-offNamed', { day: dates.inText.shortDay(why.day), name: why.name });
  };
}
