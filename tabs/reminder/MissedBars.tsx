/** Whom reminders did not reach: one bar for each reason, with who, what helps, and sending again. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import type { MissedGroup, MissedReason } from '#api/reminder/missed/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  bar: { height: 'auto', paddingTop: '8px', paddingBottom: '8px' },
  words: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
});

/** `sending`: the reason for which it is being sent again. */
export type MissedBarsProps = { missed: MissedGroup[]; sending: MissedReason | undefined; again: (why: MissedReason) => void };

export function MissedBars({ missed, sending, again }: MissedBarsProps) {
  const styles = useStyles();
  const t = useTexts('reminder');
  return missed.map(({ why, inAll, people }) => (
    <MessageBar key={why} intent="warning" layout="multiline" className={styles.bar}>
      <MessageBarBody className={styles.words}>
        <MessageBarTitle>{t(why === 'uncertain' ? 'missed.perhaps' : 'missed.reached', { count: inAll })}</MessageBarTitle>{' '}
        {t(`missed.why.${why}`)}{' '}
        {inAll > people.length
          ? t('missed.more', { names: people.map(({ name }) => name).join(', '), count: inAll - people.length })
          : t('missed.people', { names: people.map(({ name }) => name).join(', ') })}
      </MessageBarBody>
      <MessageBarActions>
        <Button
          disabledFocusable={sending !== undefined}
          icon={sending === why ? <Spinner size="tiny" /> : undefined}
          onClick={() => again(why)}
        >
          {t('missed.again')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  ));
}
