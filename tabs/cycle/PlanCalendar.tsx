/** Talks per day as a small calendar: a number in every cell, deeper colour for fuller days. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Cycle, Plan } from '#api/cycle/contract.ts';
import { lastDayOf, secondOf } from '#api/cycle/rules/second-days.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { levelOf, talksPerDay, weekNumber, weeksOf } from './use-plan-counts.ts';

const useStyles = makeStyles({
  table: { borderCollapse: 'separate', borderSpacing: '4px', tableLayout: 'fixed', width: '100%', maxWidth: '640px' },
  week: {
    width: '34px',
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    textAlign: 'left',
  },
  heading: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  cell: {
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px 6px',
    height: '44px',
    verticalAlign: 'top',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  outside: { border: `1px solid ${tokens.colorTransparentStroke}`, color: tokens.colorNeutralForeground3 },
  day: { fontSize: tokens.fontSizeBase100, lineHeight: tokens.lineHeightBase100, display: 'block' },
  count: { display: 'block', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  few: { backgroundColor: tokens.colorBrandBackground2, fontSize: tokens.fontSizeBase300 },
  some: { backgroundColor: tokens.colorBrandBackground2Pressed, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  many: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

export function PlanCalendar({ cycle, plan }: { cycle: Cycle; plan: Plan }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { timeZone } = useMe();
  const { windowFrom, windowTo } = cycle.settings;
  const second = secondOf(cycle.settings);
  const isOutside = (day: string): boolean => day < windowFrom || (day > windowTo && !(second && day >= second.from && day <= second.to));
  const counts = talksPerDay(plan.placed, timeZone);
  const most = Math.max(...counts.values());
  const dates = useDates();
  const weeks = weeksOf(windowFrom, lastDayOf(cycle.settings), counts);
  const [firstWeek = []] = weeks;
  return (
    <Section title={t('look.calendar')}>
      <table className={styles.table} aria-label={t('look.calendar')}>
        <thead>
          <tr>
            <th scope="col" className={styles.week}>
              {t('look.week')}
            </th>
            {firstWeek.map((day) => (
              <th key={day} scope="col" className={styles.heading}>
                {dates.shortDay(day).split(' ')[0]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              <th scope="row" className={styles.week}>
                {weekNumber(week[0] ?? windowFrom)}
              </th>
              {week.map((day) => (
                <Day key={day} day={day} count={counts.get(day) ?? 0} most={most} outside={isOutside(day)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200} className={styles.hint}>
        {t('look.calendarHint')}
      </Text>
    </Section>
  );
}

function Day({ day, count, most, outside }: { day: string; count: number; most: number; outside: boolean }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const level = [undefined, styles.few, styles.some, styles.many][levelOf(count, most)];
  return (
    <td
      className={mergeClasses(styles.cell, level, outside && styles.outside)}
      title={outside ? undefined : t('look.cell', { count, day: dates.plainDay(day) })}
    >
      <span className={styles.day}>{Number(day.slice(8))}</span>
      {count > 0 && <span className={styles.count}>{count}</span>}
    </td>
  );
}
