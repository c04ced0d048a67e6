/** Talks that found no time: who, why in plain words, and what helps. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Plan } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function UnplacedList({ unplaced }: { unplaced: Plan['unplaced'] }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  return (
    <Section title={t('look.unplaced')} lead={t('look.unplacedHint')}>
      <CardTable
        label={t('look.unplaced')}
        rows={unplaced}
        keyOf={({ employee }) => employee.id}
        columns={[
          {
            key: 'person',
            name: t('look.person'),
            show: ({ employee }) => <PersonName id={employee.id} name={employee.name} title={employee.department} />,
          },
          { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager?.name ?? t('look.noManager')}</Text> },
          {
            key: 'why',
            name: t('look.why'),
            show: ({ manager, reason }) => <Text>{t(`reason.${reason}.why`, { manager: manager?.name ?? '' })}</Text>,
          },
          {
            key: 'helps',
            name: t('look.helps'),
            show: ({ reason }) => <Text className={styles.quiet}>{t(`reason.${reason}.helps`)}</Text>,
          },
        ]}
      />
    </Section>
  );
}
