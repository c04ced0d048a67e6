/** Turns limits of Microsoft Graph off and on, and chooses how the one of two readings is read. */
import { Field, makeStyles, Select, Subtitle2, Switch, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

type Texts = ReturnType<typeof useDeskTexts>['limits'];
type Limits = { off: string[]; concurrencyPer: keyof Texts['readings']; names: (keyof Texts['names'])[] };

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'start' },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
const limitsKey = ['limits'];

export function LimitsPanel() {
  const styles = useStyles();
  const t = useDeskTexts().limits;
  const { data } = useQuery({ queryKey: limitsKey, queryFn: () => callDesk<Limits>('GET', 'limits') });
  const { act, pending } = useDeskAct([limitsKey]);
  if (!data) return null;
  const { off, names, concurrencyPer } = data;
  const change = (body: Partial<Limits>): void => void act({ method: 'PATCH', path: 'limits', body });
  return (
    <section className={styles.column} aria-label={t.title}>
      <Subtitle2 as="h2" className={styles.title}>
        {t.title}
      </Subtitle2>
      <Text className={styles.quiet}>{t.lead}</Text>
      {names.map((name) => (
        <Switch
          key={name}
          label={t.names[name]}
          checked={!off.includes(name)}
          disabled={pending}
          onChange={(_, { checked }) => change({ off: checked ? off.filter((one) => one !== name) : [...off, name] })}
        />
      ))}
      <Field label={t.reading}>
        <Select
          value={concurrencyPer}
          disabled={pending}
          onChange={(_, { value }) => change({ concurrencyPer: value as Limits['concurrencyPer'] })}
        >
          {(['mailbox', 'app'] as const).map((reading) => (
            <option key={reading} value={reading}>
              {t.readings[reading]}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}
