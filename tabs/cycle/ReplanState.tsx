/** On the page of a launched cycle: how far the last re-plan has come, and which talks it left alone. */
import { Field, ProgressBar, Text } from '@fluentui/react-components';
import type { ReplanStatus } from '#api/cycle/replan/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';

export function ReplanState({ status }: { status: ReplanStatus }) {
  const t = useTexts('cycle');
  const dates = useDates();
  const { isUnderWay, steps, done, leftAlone, by, at } = status;
  const bar = t('replan.status.bar', { done, of: steps });
  return (
    <Section
      title={t(isUnderWay ? 'replan.status.underWay' : 'replan.status.done')}
      lead={isUnderWay ? t('replan.status.underWayText') : t('replan.status.doneText', { who: by.name, when: dates.inText.instant(at) })}
      look={isUnderWay ? 'strong' : 'card'}
    >
      {steps > 0 && (
        <Field validationMessage={bar} validationState={!isUnderWay && done === steps ? 'success' : 'none'}>
          <ProgressBar thickness="large" max={steps} value={done} color="brand" aria-label={bar} />
        </Field>
      )}
      {!isUnderWay && leftAlone.length > 0 && (
        <>
          <Text>{t('replan.status.leftHint')}</Text>
          <CardTable
            label={t('replan.status.left')}
            rows={leftAlone}
            keyOf={({ employee }) => employee.id}
            columns={[
              {
                key: 'person',
                name: t('replan.status.left'),
                show: ({ employee }) => <PersonName id={employee.id} name={employee.name} />,
              },
              { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager.name}</Text> },
              { key: 'why', name: t('look.why'), show: ({ because }) => <Text>{t(`replan.status.${because}`)}</Text> },
            ]}
          />
        </>
      )}
    </Section>
  );
}
