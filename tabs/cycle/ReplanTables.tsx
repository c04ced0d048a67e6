/** Every talk that a re-plan changes, each to be left out by its tick, and those it deliberately leaves: from where to where, and why. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Proposal } from '#api/cycle/replan/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable, type Column } from '#tabs/ui/CardTable.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { useReplanColumns, type Two } from './ReplanColumns.tsx';
import type { ReplanForm } from './use-replan.ts';
import { useLeftWords, type Kind } from './use-left-words.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

const byManager = <R extends Two>(rows: R[]): R[] => rows.toSorted((a, b) => a.manager.name.localeCompare(b.manager.name));

export type ReplanTablesProps = { proposal: Proposal; form: ReplanForm };

export function ReplanTables({ proposal, form }: ReplanTablesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { two, timeOf, why, tick, newManagerIn, stateIn, choiceIn, unstay, handOver } = useReplanColumns(form);
  const said = useLeftWords(proposal, form.left);
  const { moves, given, withdrawn, handOvers, otherManager, begun, stays } = proposal;
  const below = (text: string | null) => text && <Text className={styles.quiet}>{text}</Text>;
  const table = <R extends Two>(title: string, lead: string | null, rows: R[], columns: Column<R>[], more?: (row: R) => string | null) =>
    rows.length > 0 && (
      <Section title={title} lead={lead}>
        <CardTable
          label={title}
          rows={byManager(rows)}
          keyOf={({ employee }) => employee.id}
          columns={columns}
          {...(more ? { below: (row: R) => below(more(row)) } : {})}
        />
      </Section>
    );
  const from = timeOf('from', t('replan.from'), (row: { from: Proposal['handOvers'][number]['from'] }) => row.from);
  const to = timeOf('to', t('replan.to'), (row: { to: Proposal['handOvers'][number]['to'] }) => row.to);
  const leftAs = (kind: Kind) => (row: Parameters<typeof said>[1]) => said(kind, row);
  return (
    <>
      {table(t('replan.movesTitle'), t('replan.movesHint'), moves, [...two(), from, to, why(), tick()], leftAs('move'))}
      {table(t('replan.given'), null, given, [...two(), to, tick()], leftAs('given'))}
      {table(t('replan.withdrawn'), t('replan.withdrawnHint'), withdrawn, [...two(), from, tick()], leftAs('withdrawn'))}
      {table(t('replan.handOvers'), t('replan.handOversHint'), handOvers, [...two(), newManagerIn(), from, to, tick()], leftAs('handOver'))}
      {table(
        t('replan.otherManager'),
        t('replan.otherManagerHint'),
        otherManager,
        [...two(), newManagerIn(), handOver],
        ({ managerHasLeft, manager }) => (managerHasLeft ? t('replan.managerGone', { manager: manager.name }) : null),
      )}
      {table(
        t('replan.begun'),
        t('replan.begunHint'),
        begun,
        [...two(), newManagerIn(), stateIn(), choiceIn(), tick(({ until }) => until === null)],
        leftAs('begun'),
      )}
      {table(t('replan.stays'), null, stays, [
        ...two(),
        timeOf('at', t('replan.time'), ({ at }) => at),
        why(),
        { key: 'because', name: t('look.helps'), show: ({ because }) => <Text className={styles.quiet}>{t(`replan.${because}`)}</Text> },
        unstay,
      ])}
    </>
  );
}
