/** What was answered after talks, as groups of five or more: all of them for HR, the own group for a manager. Counts only. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { listFigures, listTeamFigures, type Figures, type Group } from '#api/insight/heard/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  group: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  quarter: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function HeardFigures() {
  const t = useTexts('insight');
  const read = useRead(listFigures, {});
  if (read.isPending) return <BlockSkeleton size={96} />;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { quarters } = read.data;
  return (
    <Section title={t('figures.title')} lead={t(quarters.length > 0 ? 'figures.lead' : 'figures.none')}>
      <Quarters quarters={quarters} />
    </Section>
  );
}

/** Nothing at all for a manager whose group is small: there is nothing that could be done about it. */
export function TeamFigures() {
  const t = useTexts('insight');
  const { data } = useRead(listTeamFigures, {});
  if (!data || data.quarters.length === 0) return null;
  return (
    <Section title={t('figures.team')} lead={t('figures.teamLead')}>
      <Quarters quarters={data.quarters} />
    </Section>
  );
}

function Quarters({ quarters }: { quarters: Figures[] }) {
  const styles = useStyles();
  const t = useTexts('insight');
  return quarters.map(({ quarter, groups }) => {
    const [year = '', nth = ''] = quarter.split('-');
    return (
      <div key={quarter}>
        <h3 className={styles.quarter}>{t('figures.quarter', { nth, year })}</h3>
        <ul className={styles.list}>
          {groups.map((group) => (
            <li key={`${group.side} ${group.department}`} className={styles.group}>
              <GroupLines group={group} />
            </li>
          ))}
        </ul>
      </div>
    );
  });
}

function GroupLines({ group }: { group: Group }) {
  const styles = useStyles();
  const t = useTexts('insight');
  const { side, department, people, heard, next } = group;
  return (
    <>
      <Text weight="semibold">{department ?? t(`figures.${side}`)}</Text>
      <Text>{t('figures.heard', heard)}</Text>
      <Text>{t('figures.next', next)}</Text>
      <Text size={200} className={styles.quiet}>
        {t('figures.people', { count: people })}
      </Text>
    </>
  );
}
