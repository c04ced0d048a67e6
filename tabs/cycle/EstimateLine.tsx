/** Screen 3, live: how many talks fit with what is filled in, and the managers who have too much, with what would help each. */
import { Button, makeStyles, mergeClasses, Spinner, Text, tokens } from '@fluentui/react-components';
import type { CycleSettings, Estimate } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { ChangeButton } from './ChangeButton.tsx';
import { changeOf, withoutPeople } from './use-changes.ts';
import { useEstimate } from './use-estimate.ts';
import type { PlanForm } from './use-plan.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', minHeight: '28px' },
  count: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  old: { color: tokens.colorNeutralForeground3 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  one: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

export function EstimateLine({ form }: { form: PlanForm }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { estimate, old, error } = useEstimate(form);
  const waiting = estimate ? estimate.talks - estimate.fit : 0;
  return (
    <>
      <div role="status" className={styles.line}>
        {estimate && (
          <Text className={mergeClasses(styles.count, old && styles.old)}>
            {waiting === 0
              ? t('look.allFit', { count: estimate.talks })
              : `${t('look.fit', { count: estimate.fit, of: estimate.talks })}; ${t('look.decision', { count: waiting })}`}
          </Text>
        )}
        {!error && (old || !estimate) && <Spinner size="tiny" label={estimate ? t('estimate.again') : t('estimate.reading')} />}
      </div>
      <ProblemNotice error={error} />
      {estimate?.roomless && <Roomless ids={estimate.roomless} form={form} />}
      {estimate && estimate.managers.length > 0 && <TooMuch estimate={estimate} form={form} />}
    </>
  );
}

/** Rooms are scarcer than time: a change for the talks that lack nothing else. */
function Roomless({ ids, form: { settings, change } }: { ids: string[]; form: PlanForm }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const part = changeOf({ kind: 'without-room' }, settings, ids);
  return (
    <div className={styles.line}>
      <Text>{t('estimate.roomless', { count: ids.length })}</Text>
      {part && <ChangeButton change={{ kind: 'without-room' }} onPress={() => change(part)} />}
    </div>
  );
}

function TooMuch({ estimate, form }: { estimate: Estimate; form: PlanForm }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { settings, change } = form;
  const press = (part: Partial<CycleSettings> | null): void => {
    if (part) change(part);
  };
  return (
    <Fold title={t('estimate.tooMuch', { count: estimate.managersInAll })} level={3} strong openAtFirst={estimate.managersInAll <= 3}>
      <ul className={styles.list}>
        {estimate.managers.map(({ manager, talks, fit, times, helps, waiting }) => {
          const ids = waiting.map(({ id }) => id);
          return (
            <li key={manager.id} className={styles.one}>
              <Text weight="semibold">{manager.name}</Text>
              <Text className={styles.quiet}>
                {times < talks ? t('estimate.figures', { count: talks, times }) : t('estimate.meet', { count: talks - fit })}
              </Text>
              <div role="group" aria-label={t('estimate.helpsFor', { name: manager.name })} className={styles.buttons}>
                {helps.map(({ change: proposed, times: then }) => (
                  <ChangeButton
                    key={JSON.stringify(proposed)}
                    change={proposed}
                    people={ids.length}
                    more={t('estimate.then', { count: then })}
                    onPress={() => press(changeOf(proposed, settings, ids))}
                  />
                ))}
                <Button size="small" onClick={() => press(withoutPeople(settings, ids))}>
                  {t('estimate.later', { count: ids.length })}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {estimate.managersInAll > estimate.managers.length && (
        <Text className={styles.quiet}>{t('estimate.more', { count: estimate.managersInAll - estimate.managers.length })}</Text>
      )}
    </Fold>
  );
}
