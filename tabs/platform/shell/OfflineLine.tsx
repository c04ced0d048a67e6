/** One quiet line while the browser has no network. Keeping what was typed is the work of each page. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CloudOff16Regular } from '@fluentui/react-icons';
import { useSyncExternalStore } from 'react';
import { useTexts } from '../texts/texts.ts';

const useStyles = makeStyles({
  line: { display: 'flex', gap: '8px', alignItems: 'center', padding: '6px 20px', backgroundColor: tokens.colorNeutralBackground4 },
});

function follow(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Whether the browser believes it has a network. */
export const useOnline = (): boolean => useSyncExternalStore(follow, () => navigator.onLine);

export function OfflineLine() {
  const styles = useStyles();
  const t = useTexts('app');
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <Text size={200} className={styles.line}>
          <CloudOff16Regular aria-hidden />
          {t('offline')}
        </Text>
      )}
    </div>
  );
}
