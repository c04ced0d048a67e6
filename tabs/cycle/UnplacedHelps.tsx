/** What helps a talk that found no time: the cheapest change as a button, other ways folded, a time by hand, leaving the person out. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CycleSettings, Plan } from '#api/cycle/contract.ts';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ChangeButton } from './ChangeButton.tsx';
import { changeOf, withoutPeople } from './use-changes.ts';

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  helps: { display: 'flex', flexDirection: 'column', gap: '6px', alignItems: 'flex-start' },
});

type Unplaced = Plan['unplaced'][number];

/** Without a calendar there is nothing to look into. */
const hasCalendars = ({ manager, reason }: Unplaced): boolean => manager !== null && !/-no-(mailbox|calendar)$/.test(reason);

export type UnplacedHelpsProps = {
  one: Unplaced;
  settings: CycleSettings;
  busy: boolean;
  mayLeaveOut: boolean;
  onApply: (part: Partial<CycleSettings>) => void;
  /** Opens the times for it; given the button that was pressed. */
  find?: { isOpen: boolean; press: (pressed: HTMLElement) => void };
};

export function UnplacedHelps({ one, settings, busy, mayLeaveOut, onApply, find }: UnplacedHelpsProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { employee, reason, relax } = one;
  const { id, name } = employee;
  const press = (change: Relax, part = changeOf(change, settings, [id])) =>
    part && <ChangeButton key={change.kind} change={change} busy={busy} onPress={() => onApply(part)} />;
  const others = one.others.filter((change) => changeOf(change, settings, [id]));
  return (
    <div role="group" aria-label={t('look.helpsFor', { name })} className={styles.helps}>
      {!relax && <Text className={styles.quiet}>{t(`reason.${reason}.helps`)}</Text>}
      {relax && press(relax)}
      {others.length > 0 && (
        <Fold title={t('place.ways', { count: others.length })}>
          <div className={styles.helps}>{others.map((change) => press(change))}</div>
        </Fold>
      )}
      <div className={styles.line}>
        {find && hasCalendars(one) && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={t('place.findFor', { name })}
            aria-expanded={find.isOpen}
            disabledFocusable={busy}
            onClick={(event) => find.press(event.currentTarget)}
          >
            {t('place.find')}
          </Button>
        )}
        {mayLeaveOut && (
          <Button size="small" appearance="subtle" disabledFocusable={busy} onClick={() => onApply(withoutPeople(settings, [id]))}>
            {t('look.leaveOut')}
          </Button>
        )}
      </div>
    </div>
  );
}
