/** One box per choice, of which several may be ticked; many stand in columns, below one box for all of them. Knows no talk. */
import { Checkbox, makeStyles } from '@fluentui/react-components';
import { stepAmong } from './step-among.ts';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', gap: '0 12px' },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(300px, 100%), 1fr))', gap: '0 12px', alignItems: 'start' },
});

/** So many or more are easier to tick together. */
const many = 4;

export function Ticks<V extends string>({
  label,
  all,
  values,
  chosen,
  say,
  onChange,
}: {
  label: string;
  /** What the box for all of them says; without it the choices stand in a line, and there is none. */
  all?: string;
  values: readonly V[];
  chosen: V[];
  say: (value: V) => string;
  onChange: (chosen: V[]) => void;
}) {
  const styles = useStyles();
  const ticked = values.filter((value) => chosen.includes(value)).length;
  return (
    <div role="group" aria-label={label} onKeyDown={stepAmong('input')}>
      {all !== undefined && values.length >= many && (
        <Checkbox
          label={all}
          checked={ticked === values.length ? true : ticked > 0 ? 'mixed' : false}
          onChange={() => onChange(ticked === values.length ? [] : [...values])}
        />
      )}
      <div className={all === undefined ? styles.line : styles.columns}>
        {values.map((value) => (
          <Checkbox
            key={value}
            label={say(value)}
            checked={chosen.includes(value)}
            onChange={(_event, { checked }) => onChange(checked === true ? [...chosen, value] : chosen.filter((other) => other !== value))}
          />
        ))}
      </div>
    </div>
  );
}
