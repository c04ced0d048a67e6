/** The first-run hint: what Samtal does for this person, shown until it is put away. Remembered in the browser, since it is only a hint. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useMe } from '../person/use-me.ts';
import { useTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  around: { padding: '20px 20px 0', maxWidth: '1120px', boxSizing: 'border-box', margin: '0 auto' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    border: `1px solid ${tokens.colorBrandStroke2}`,
  },
  title: { margin: 0 },
  button: { marginTop: '4px' },
});

const keyOf = (personId: string): string => `samtal.welcomed.${personId}`;

/** Where the browser keeps nothing for us (private windows, blocked storage in frames), the hint simply comes back next time. */
function remembered(key: string, store?: 'store'): boolean {
  try {
    if (store) window.localStorage.setItem(key, 'yes');
    return window.localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

export function Welcome() {
  const styles = useStyles();
  const t = useTexts('app');
  const { person, isManager, isHr } = useMe();
  const [away, setAway] = useState(() => remembered(keyOf(person.id)));
  if (away) return null;
  const putAway = (): void => {
    remembered(keyOf(person.id), 'store');
    setAway(true);
  };
  return (
    <aside className={styles.around} aria-label={t('welcome.title')}>
      <div className={styles.card}>
        <Subtitle2 as="h2" className={styles.title}>
          {t('welcome.title')}
        </Subtitle2>
        <Text>{t('welcome.employee')}</Text>
        {isManager && <Text>{t('welcome.manager')}</Text>}
        {isHr && <Text>{t('welcome.hr')}</Text>}
        <Button className={styles.button} onClick={putAway}>
          {t('welcome.action')}
        </Button>
      </div>
    </aside>
  );
}
