/** The clock of the local Microsoft 365: shown, and moved. */
import { Button, Field, Input, LargeTitle, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { keys } from '../../m365/host/desk-api/use-desk.ts';
import { useNow } from '../../m365/host/time/use-time.ts';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px', alignItems: 'flex-start' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap', alignItems: 'end' },
  now: { margin: 0, display: 'block', ':first-letter': { textTransform: 'uppercase' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function ClockPanel() {
  const styles = useStyles();
  const t = useDeskTexts().clock;
  const times = useDeskTimes();
  const now = useNow();
  const { act, pending } = useDeskAct([keys.company]);
  const [to, setTo] = useState('');
  const move = (body: unknown): void => void act({ path: 'clock', body });
  const moment = DateTime.fromISO(to);
  const steps: [string, number][] = [
    [t.hour, 60],
    [t.day, 24 * 60],
    [t.week, 7 * 24 * 60],
  ];
  return (
    <div className={styles.column}>
      <div>
        <Text className={styles.quiet}>{t.now}</Text>
        <LargeTitle as="h2" className={styles.now} role="status">
          {times.day(now)}, {times.clock(now)}
        </LargeTitle>
      </div>
      <Text className={styles.quiet}>{t.lead}</Text>
      <div className={styles.row}>
        {steps.map(([label, minutes]) => (
          <Button key={label} disabled={pending} onClick={() => move({ minutes })}>
            {label}
          </Button>
        ))}
      </div>
      <div className={styles.row}>
        <Field label={t.to}>
          <Input type="datetime-local" value={to} onChange={(_, data) => setTo(data.value)} />
        </Field>
        <Button appearance="primary" disabled={pending || !moment.isValid} onClick={() => move({ to: moment.toUTC().toISO() })}>
          {t.set}
        </Button>
      </div>
    </div>
  );
}
