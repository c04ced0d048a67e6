/** Hours of the day that HR prefers or avoids, one line each. */
import { Button, Field, makeStyles, Select } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import type { Hours } from '#api/cycle/settings/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HoursField } from '#tabs/ui/HoursField.tsx';
import type { RulesProps, Wrong } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

type Kind = 'preferHours' | 'avoidHours';
type Line = Hours & { kind: Kind };
/** The contract takes as many of each kind. */
const most = 6;
const lunch: Line = { kind: 'avoidHours', from: 11 * 60 + 30, to: 13 * 60 };

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
});

export function HoursWishes({ rules, set, wrong }: RulesProps & { wrong: Wrong | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const lines: Line[] = [
    ...rules.preferHours.map((hours): Line => ({ ...hours, kind: 'preferHours' })),
    ...rules.avoidHours.map((hours): Line => ({ ...hours, kind: 'avoidHours' })),
  ];
  const put = (next: Line[]): void => {
    const of = (kind: Kind): Hours[] => next.filter((line) => line.kind === kind).map(({ from, to }) => ({ from, to }));
    set({ preferHours: of('preferHours'), avoidHours: of('avoidHours') });
  };
  const change = (at: number, part: Partial<Line>): void => put(lines.map((line, other) => (other === at ? { ...line, ...part } : line)));
  return (
    <Field label={t('rules.hours')} hint={t('rules.hoursHint')} {...say(wrong)}>
      <div role="group" aria-label={t('rules.hours')} className={styles.lines}>
        {lines.map((line, at) => (
          <div key={at} className={styles.line}>
            <Select aria-label={t('rules.hours')} value={line.kind} onChange={(_event, { value }) => change(at, { kind: value as Kind })}>
              <option value="preferHours">{t('rules.wish.prefer')}</option>
              <option value="avoidHours">{t('rules.wish.avoid')}</option>
            </Select>
            <HoursField {...line} labels={{ from: t('rules.fromHour'), to: t('rules.toHour') }} onChange={(hours) => change(at, hours)} />
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              aria-label={t('rules.removeHours')}
              onClick={() => put(lines.filter((_line, other) => other !== at))}
            />
          </div>
        ))}
        {lines.length < most && (
          <Button size="small" icon={<Add16Regular />} onClick={() => put([...lines, lunch])}>
            {t('rules.addHours')}
          </Button>
        )}
      </div>
    </Field>
  );
}
