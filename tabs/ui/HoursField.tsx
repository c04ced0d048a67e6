/** From one time of the day to another, as two small time boxes with one label. Minutes of the day; knows no talk. */
import { Field, Input, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  both: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  box: { width: '144px', minWidth: 0 },
});

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Minutes of the day in whole quarters; null while nothing right is typed. */
function minuteOf(value: string): number | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(value) ?? [];
  return hour === undefined || minute === undefined ? null : Number(hour) * 60 + Math.floor(Number(minute) / 15) * 15;
}

export type HoursFieldProps = {
  from: number;
  to: number;
  /** Names of the two boxes. */
  labels: { from: string; to: string };
  wrong?: string | undefined;
  onChange: (hours: { from: number; to: number }) => void;
};

export function HoursField({ from, to, labels, wrong, onChange }: HoursFieldProps) {
  const styles = useStyles();
  // Midnight at the end of the day is 24:00, which the box shows as 00:00.
  const endOf = (minute: number): number => (minute === 0 ? 1440 : minute);
  const boxes = [
    { label: labels.from, value: from, choose: (minute: number) => onChange({ from: minute, to }) },
    { label: labels.to, value: to, choose: (minute: number) => onChange({ from, to: endOf(minute) }) },
  ];
  return (
    <div className={styles.both}>
      {boxes.map(({ label, value, choose }, at) => (
        <Field
          key={label}
          label={label}
          className={styles.box}
          {...(wrong && at === 1 ? { validationState: 'error', validationMessage: wrong } : {})}
        >
          <Input
            type="time"
            step={900}
            value={clock(value)}
            onChange={(_event, typed) => {
              const minute = minuteOf(typed.value);
              if (minute !== null) choose(minute);
            }}
          />
        </Field>
      ))}
    </div>
  );
}
