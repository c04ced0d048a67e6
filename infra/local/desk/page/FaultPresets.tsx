/** The usual faults as buttons, each with a sentence that says what will happen. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { presetNames, presets } from './fault-presets.ts';
import { faultsKey } from './FaultForm.tsx';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: '12px',
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  sentence: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: 'start', maxWidth: '100%' },
});

export function FaultPresets() {
  const styles = useStyles();
  const t = useDeskTexts().faults;
  const { act, pending } = useDeskAct([faultsKey]);
  return (
    <ul className={styles.list} aria-label={t.quick}>
      {presetNames.map((name) => (
        <li key={name} className={styles.item}>
          <Button
            className={styles.button}
            disabled={pending}
            aria-describedby={`fault-${name}`}
            onClick={() => void act({ path: 'faults', body: presets[name] })}
          >
            {t.presets[name][0]}
          </Button>
          <Text id={`fault-${name}`} className={styles.sentence}>
            {t.presets[name][1]}
          </Text>
        </li>
      ))}
    </ul>
  );
}
