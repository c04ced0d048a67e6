/** The next times that suit both, three at once and more when asked, one button each. Escape, or the button, keeps the time as it is. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { findTimes, type Talk } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  times: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  time: { width: '100%', maxWidth: '420px', justifyContent: 'start', whiteSpace: 'normal', textAlign: 'start' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type TakeProps = { busy: boolean; onTake: (start: string) => void };
export type MoveTimesProps = TakeProps & { talk: Talk; taken: boolean; onClose: () => void };

/** As many as are offered at once: fewer mean that there are no later ones. */
const atOnce = 3;

export function MoveTimes({ talk, taken, onClose, ...take }: MoveTimesProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  /** After which time each further group begins. */
  const [afters, setAfters] = useState<string[]>([]);
  const { name } = talk.me === 'employee' ? talk.manager : talk.employee;
  return (
    <InlinePanel title={t('move.title')} level="h3" onClose={onClose}>
      <Text className={styles.quiet}>{t('move.lead', { name })}</Text>
      {taken && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('time.taken')}</MessageBarBody>
        </MessageBar>
      )}
      {[null, ...afters].map((after, at) => (
        <Group
          key={after ?? 'first'}
          talkId={talk.talkId}
          after={after}
          {...take}
          {...(at === afters.length ? { onMore: (last: string) => setAfters([...afters, last]) } : {})}
        />
      ))}
      <div className={styles.actions}>
        <Button appearance="subtle" onClick={onClose}>
          {t('move.keep')}
        </Button>
      </div>
    </InlinePanel>
  );
}

type GroupProps = TakeProps & {
  talkId: string;
  after: string | null;
  /** Only the last group leads on. */ onMore?: (last: string) => void;
};

function Group({ talkId, after, busy, onTake, onMore }: GroupProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { talkTime } = useDates();
  const read = useRead(findTimes, { params: { talkId }, query: after === null ? {} : { after } });
  // What was read when the talk had another time, or none, is of no use: it is not shown while it is read again.
  const times = read.isFetching && !read.isFetchedAfterMount ? undefined : read.data?.times;
  const last = times?.at(-1);
  const list = useRef<HTMLUListElement>(null);
  const isLater = after !== null && times !== undefined;
  // The button that asked for them has gone to their end.
  useEffect(() => {
    if (isLater) list.current?.querySelector('button')?.focus();
  }, [isLater]);
  if (!times) {
    return read.error ? <ProblemNotice error={read.error} onRetry={() => void read.refetch()} /> : <BlockSkeleton size={96} />;
  }
  return (
    <>
      {after === null && read.data?.basis === 'working-hours' && <Text className={styles.quiet}>{t('time.byHours')}</Text>}
      {after === null && read.data?.noRoom && <Text className={styles.quiet}>{t('time.noRoom')}</Text>}
      {times.length === 0 && <Text className={styles.quiet}>{t(after === null ? 'move.none' : 'move.noMore')}</Text>}
      {times.length > 0 && (
        <ul ref={list} className={styles.times} aria-label={t('move.title')}>
          {times.map(({ start, end, room }) => (
            <li key={start}>
              <Button className={styles.time} disabledFocusable={busy} onClick={() => onTake(start)}>
                {[talkTime(start, end), room].filter(Boolean).join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {onMore && last && times.length === atOnce && (
        <div className={styles.actions}>
          <Button appearance="subtle" onClick={() => onMore(last.start)}>
            {t('move.more')}
          </Button>
        </div>
      )}
    </>
  );
}
