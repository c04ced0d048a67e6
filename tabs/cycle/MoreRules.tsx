/** Screen 3, folded: rules that most cycles leave as they are. Weekdays and hours, days off, who is in every talk, order, exceptions. */
import { Button, Field, makeStyles, Select, Switch, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { DaysOff } from './DaysOff.tsx';
import { HoursWishes } from './HoursWishes.tsx';
import { PartnerPicker } from './PartnerPicker.tsx';
import { RoomPicker } from './RoomPicker.tsx';
import { rulesIn, type RulesProps } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';
import type { StepProps } from './WhichStep.tsx';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '20px', paddingTop: '8px' },
  days: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 150px), 1fr))', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

const weekdays = [1, 2, 3, 4, 5] as const;
const wishes = ['any', 'prefer', 'avoid'] as const;
type Wish = (typeof wishes)[number];

export function MoreRules({ form, wrongs }: StepProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const say = useWrongText();
  const rules = rulesIn(form.settings);
  const set: RulesProps['set'] = (part) => form.change({ rules: { ...rules, ...part } });
  const isWrong = Object.keys(wrongs).some((field) => field.startsWith('rules.'));
  return (
    <Fold title={t('rules.title')} level={3} openAtFirst={isWrong}>
      <div className={styles.all}>
        <Field label={t('rules.weekdays')} hint={t('rules.weekdaysHint')} {...say(wrongs['rules.avoidWeekdays'])}>
          <Weekdays rules={rules} set={set} />
        </Field>
        <HoursWishes rules={rules} set={set} wrong={wrongs['rules.preferHours'] ?? wrongs['rules.avoidHours']} />
        <DaysOff rules={rules} set={set} windowTo={form.settings.windowTo} />
        <PartnerPicker rules={rules} set={set} wrong={wrongs['rules.partnerId']} />
        <RoomPicker rules={rules} set={set} wrong={wrongs['rules.rooms']} />
        <div>
          <Switch
            checked={rules.managersFirst}
            label={t('rules.managersFirst')}
            onChange={(_event, { checked }) => set({ managersFirst: checked })}
          />
          <br />
          <Text size={200} className={styles.quiet}>
            {t('rules.managersFirstHint')}
          </Text>
        </div>
        <Exceptions rules={rules} set={set} />
      </div>
    </Fold>
  );
}

function Weekdays({ rules, set }: RulesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const wishOf = (day: number): Wish =>
    rules.preferWeekdays.includes(day) ? 'prefer' : rules.avoidWeekdays.includes(day) ? 'avoid' : 'any';
  const choose = (day: number, wish: Wish): void => {
    const without = (days: number[]): number[] => days.filter((other) => other !== day);
    set({
      preferWeekdays: wish === 'prefer' ? [...without(rules.preferWeekdays), day] : without(rules.preferWeekdays),
      avoidWeekdays: wish === 'avoid' ? [...without(rules.avoidWeekdays), day] : without(rules.avoidWeekdays),
    });
  };
  return (
    <div role="group" aria-label={t('rules.weekdays')} className={styles.days}>
      {weekdays.map((day) => (
        <Field key={day} label={t(`weekday.day${day}`)}>
          <Select value={wishOf(day)} onChange={(_event, { value }) => choose(day, value as Wish)}>
            {wishes.map((wish) => (
              <option key={wish} value={wish}>
                {t(`rules.wish.${wish}`)}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}

/** What the buttons beside talks without a time have done, with the way back. */
function Exceptions({ rules, set }: RulesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const rooms = rules.rooms ?? null;
  const roomless = rooms?.without.length ?? 0;
  const lines = [
    {
      key: 'leftOut',
      count: rules.leftOut.length,
      text: t('rules.leftOut', { count: rules.leftOut.length }),
      undo: () => set({ leftOut: [] }),
    },
    { key: 'heldBy', count: rules.heldBy.length, text: t('rules.heldBy', { count: rules.heldBy.length }), undo: () => set({ heldBy: [] }) },
    {
      key: 'roomless',
      count: roomless,
      text: t('rooms.without', { count: roomless }),
      undo: () => set({ rooms: rooms && { ...rooms, without: [] } }),
    },
  ].filter(({ count }) => count > 0);
  return lines.map(({ key, text, undo }) => (
    <div key={key} className={styles.line}>
      <Text>{text}</Text>
      <Button size="small" onClick={undo}>
        {t('rules.undo')}
      </Button>
    </div>
  ));
}
