/** After leaving: it is over for oneself, or for everyone; the ways on. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useTexts } from '../me.ts';
import { go } from '../place/use-place.ts';
import { Nothing } from '../ui/States.tsx';

export type HowLeft = 'left' | 'ended';

const useStyles = makeStyles({
  page: { display: 'flex', height: '100%' },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap', justifyContent: 'center' },
});

export function Left({ how, onAgain }: { how: HowLeft; onAgain: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  return (
    <main className={styles.page}>
      <Nothing
        title={t.meeting[how]}
        action={
          <div className={styles.buttons}>
            <Button onClick={onAgain}>{t.meeting.rejoin}</Button>
            <Button appearance="primary" onClick={() => go({ view: 'calendar' })}>
              {t.meeting.toCalendar}
            </Button>
          </div>
        }
      />
    </main>
  );
}
