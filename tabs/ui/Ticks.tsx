/** One box per choice, of which several may be ticked. Knows no talk. */
import { Checkbox, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ line: { display: 'flex', flexWrap: 'wrap', gap: '0 12px' } });

export function Ticks<V extends string>({
  label,
  values,
  chosen,
  say,
  onChange,
}: {
  label: string;
  values: readonly V[];
  chosen: V[];
  say: (value: V) => string;
  onChange: (chosen: V[]) => void;
}) {
  const styles = useStyles();
  return (
    <div role="group" aria-label={label} className={styles.line}>
      {values.map((value) => (
        <Checkbox
          key={value}
          label={say(value)}
          checked={chosen.includes(value)}
          onChange={(_event, { checked }) => onChange(checked === true ? [...chosen, value] : chosen.filter((other) => other !== value))}
        />
      ))}
    </div>
  );
}
