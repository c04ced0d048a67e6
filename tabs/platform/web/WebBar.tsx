/** The header in a plain browser: whose Samtal this is, the way out, and a line when the sign-in has run out. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, useSyncExternalStore } from 'react';
import { giveUpUnsaved, hasUnsaved } from '../autosave/unsaved.ts';
import { flushAll } from '../autosave/use-autosave.ts';
import { useReadAllAgain } from '../call/use-call.ts';
import { useTexts } from '../texts/texts.ts';
import type { WebSession } from './web-session.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 12px 6px 20px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere', textAlign: 'end', color: tokens.colorNeutralForeground2 },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '8px 20px',
    backgroundColor: tokens.colorStatusWarningBackground1,
    borderBottom: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  words: { flex: '1 1 240px', minWidth: 0, color: tokens.colorNeutralForeground1 },
});

export function WebBar({ web }: { web: WebSession }) {
  const styles = useStyles();
  const t = useTexts('web');
  const app = useTexts('app');
  const [wouldLose, setWouldLose] = useState(false);
  /** What was typed just now is stored first. */
  const signOut = async (): Promise<void> => {
    await flushAll('');
    if (hasUnsaved()) setWouldLose(true);
    else await web.signOut();
  };
  const signOutAnyway = (): void => {
    giveUpUnsaved();
    void web.signOut();
  };
  return (
    <>
      <header className={styles.bar}>
        <Text weight="semibold">{app('name')}</Text>
        <Text size={200} className={styles.name}>
          {web.name}
        </Text>
        <Button size="small" appearance="subtle" onClick={() => void signOut()}>
          {t('signOut')}
        </Button>
      </header>
      {wouldLose && (
        <div role="alert" className={styles.line}>
          <Text className={styles.words}>{t('wouldLose')}</Text>
          <Button size="small" onClick={() => setWouldLose(false)}>
            {t('stay')}
          </Button>
          <Button size="small" onClick={signOutAnyway}>
            {t('signOutAnyway')}
          </Button>
        </div>
      )}
      <Ended web={web} />
    </>
  );
}

/** What is typed on the page below stays there; a small window signs in, and the page goes on. */
function Ended({ web }: { web: WebSession }) {
  const styles = useStyles();
  const t = useTexts('web');
  const readAllAgain = useReadAllAgain();
  const hasEnded = useSyncExternalStore(web.follow, web.hasEnded);
  const [came, setCame] = useState<'blocked' | 'failed' | null>(null);
  if (!hasEnded) return null;
  const renew = async (): Promise<void> => {
    const outcome = await web.renew();
    setCame(outcome === 'renewed' ? null : outcome);
    if (outcome === 'renewed') await readAllAgain();
  };
  return (
    <div role="alert" className={styles.line}>
      <Text className={styles.words}>
        {t('ended', { name: web.name })} {came && t(came, { name: web.name })}
      </Text>
      <Button size="small" onClick={() => void renew()}>
        {t('again')}
      </Button>
    </div>
  );
}
