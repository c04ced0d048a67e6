/** How many talks of each department are where. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Cycle } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable, type Column } from '#tabs/ui/CardTable.tsx';
import { Section } from '#tabs/ui/Section.tsx';

type Row = Cycle['departments'][number];
const counted = ['talks', 'withoutTime', 'planned', 'released', 'live', 'held', 'signed'] as const;

const useStyles = makeStyles({ zero: { color: tokens.colorNeutralForeground3 } });

export function DepartmentTable({ departments }: { departments: Row[] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  if (departments.length === 0) return <Text>{t('progress.none')}</Text>;
  const total = departments.reduce((sum, row) => add(sum, row));
  const rows = departments.length > 1 ? [...departments, { ...total, department: t('progress.total') }] : departments;
  const name: Column<Row> = {
    key: 'department',
    name: t('progress.department'),
    show: ({ department }) => <Text weight="semibold">{department}</Text>,
  };
  const numbers = counted.map((key): Column<Row> => ({
    key,
    name: t(`progress.${key}`),
    align: 'number',
    show: (row) => <span className={row[key] === 0 ? styles.zero : undefined}>{row[key]}</span>,
  }));
  return (
    <Section title={t('progress.departments')} lead={t('progress.departmentsHint')}>
      <CardTable label={t('progress.departments')} columns={[name, ...numbers]} rows={rows} keyOf={({ department }) => department} />
    </Section>
  );
}

function add(sum: Row, row: Row): Row {
  const totals = counted.map((key) => [key, sum[key] + row[key]] as const);
  return { ...sum, ...Object.fromEntries(totals) };
}
