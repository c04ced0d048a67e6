/** Talks that found no time: who, why in plain words with the figures, and the cheapest change as a button. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CycleSettings, Plan } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { CardTable } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { ChangeButton } from './ChangeButton.tsx';
import { changeOf, withoutPeople } from './use-changes.ts';

type Unplaced = Plan['unplaced'][number];

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  helps: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
});

export type UnplacedListProps = {
  unplaced: Plan['unplaced'];
  settings: CycleSettings;
  busy: boolean;
  /** For a cycle that is launched, out of which nobody can be left any more: where each talk is now. */
  launched?: { title: string; hint: string; name: string; timeOf: (employeeId: string) => string };
  /** Changes the settings and looks for times again. */
  onApply: (part: Partial<CycleSettings>) => void;
};

export function UnplacedList({ unplaced, launched, ...rest }: UnplacedListProps) {
  const t = useTexts('cycle');
  const title = launched?.title ?? t('look.unplaced');
  return (
    <Section title={title} lead={launched?.hint ?? t('look.unplacedHint')}>
      <CardTable
        label={title}
        rows={unplaced}
        keyOf={({ employee }) => employee.id}
        columns={[
          {
            key: 'person',
            name: t('look.person'),
            show: ({ employee }) => <PersonName id={employee.id} name={employee.name} title={employee.department} />,
          },
          { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager?.name ?? t('look.noManager')}</Text> },
          ...(launched
            ? [{ key: 'now', name: launched.name, show: (one: Unplaced) => <Text>{launched.timeOf(one.employee.id)}</Text> }]
            : []),
          { key: 'why', name: t('look.why'), show: (one) => <Why one={one} /> },
          { key: 'helps', name: t('look.helps'), show: (one) => <Helps one={one} mayLeaveOut={!launched} {...rest} /> },
        ]}
      />
    </Section>
  );
}

/** Figures only where they say it: as many times as talks would be no reason. */
function Why({ one: { manager, reason, counts } }: { one: Unplaced }) {
  const t = useTexts('cycle');
  const name = manager?.name ?? '';
  const short = reason === 'manager-full' && counts !== null && counts.times < counts.talks;
  return (
    <Text>
      {short
        ? t('reason.figures', { manager: name, count: counts.talks, times: counts.times })
        : t(`reason.${reason}.why`, { manager: name })}
    </Text>
  );
}

type HelpsProps = { one: Unplaced; mayLeaveOut: boolean } & Omit<UnplacedListProps, 'unplaced' | 'launched'>;

function Helps({ one: { employee, reason, relax }, mayLeaveOut, settings, busy, onApply }: HelpsProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const part = relax && changeOf(relax, settings, [employee.id]);
  return (
    <div role="group" aria-label={t('look.helpsFor', { name: employee.name })} className={styles.helps}>
      {!relax && <Text className={styles.quiet}>{t(`reason.${reason}.helps`)}</Text>}
      {relax && part && <ChangeButton change={relax} busy={busy} onPress={() => onApply(part)} />}
      {mayLeaveOut && (
        <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => onApply(withoutPeople(settings, [employee.id]))}>
          {t('look.leaveOut')}
        </Button>
      )}
    </div>
  );
}
