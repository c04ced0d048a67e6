/** Lines of the access log by day, newest first, some at a time; those before them come at a press and take the focus. */
import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { readAccessLog, type AccessEntry } from '#api/privacy/access-log/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { byDay, nameOfItem } from './use-accesses.ts';

const useStyles = makeStyles({
  ground: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0, outlineStyle: 'none' },
  day: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '4px' },
  line: { display: 'flex', gap: '12px', alignItems: 'baseline', minWidth: 0 },
  time: { color: tokens.colorNeutralForeground2, flexShrink: 0, fontVariantNumeric: 'tabular-nums' },
  words: { minWidth: 0, overflowWrap: 'anywhere' },
});

type AccessLinesProps = {
  talkId: string;
  me: 'employee' | 'manager';
  whose: 'mine' | 'others';
  /** Those before that place. */ before?: number;
  /** Takes the focus when it comes: it was asked for. */ arrives?: true;
};

export function AccessLines({ talkId, me, whose, before, arrives }: AccessLinesProps) {
  const styles = useStyles();
  const t = useTexts('privacy');
  const dates = useDates();
  const ground = useRef<HTMLDivElement>(null);
  const [older, setOlder] = useState(false);
  const query = { whose, ...(before === undefined ? {} : { before }) };
  const { data, error, isPending, refetch } = useRead(readAccessLog, { params: { talkId }, query });
  useEffect(() => {
    if (arrives) ground.current?.focus({ preventScroll: true });
  }, [arrives]);
  const last = data?.entries.at(-1);
  return (
    <>
      <div ref={ground} tabIndex={-1} className={styles.ground}>
        {isPending && <BlockSkeleton size={96} />}
        <ProblemNotice error={data ? null : error} onRetry={() => void refetch()} />
        {data?.intact === false && <Broken />}
        {data && !last && <Text>{t(whose === 'mine' ? 'opened.noneMine' : 'opened.none')}</Text>}
        {byDay(data?.entries ?? [], dates.plainDay).map(({ day, entries }) => (
          <div key={day}>
            <Text as="h3" block weight="semibold" className={styles.day}>
              {day}
            </Text>
            <ul className={styles.list}>
              {entries.map((entry) => (
                <li key={entry.place} className={styles.line}>
                  <Text className={styles.time}>{dates.time(entry.at)}</Text>
                  <Text className={styles.words}>
                    <Words entry={entry} me={me} />
                  </Text>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {data?.more && last && !older && (
        <div>
          <Button onClick={() => setOlder(true)}>{t('opened.older')}</Button>
        </div>
      )}
      {older && last && <AccessLines talkId={talkId} me={me} whose={whose} before={last.place} arrives />}
    </>
  );
}

/** Somebody has been at the log itself: found in the whole of it with the newest lines, and in those that are shown from then on. */
function Broken() {
  const t = useTexts('privacy');
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('opened.brokenTitle')}</MessageBarTitle>
        {t('opened.brokenText')}
      </MessageBarBody>
    </MessageBar>
  );
}

/** "Maja Lind read your preparation". */
function Words({ entry, me }: { entry: AccessEntry; me: 'employee' | 'manager' }) {
  const t = useTexts('privacy');
  const { act, channel, mine } = entry;
  const what = t(`opened.item.${nameOfItem(entry.item, me)}`);
  const name = mine ? t('you') : entry.name || t('opened.somebody');
  // In a chat nothing that was written is shown: Samtal opens it to do what was pressed.
  return t(`opened.act.${channel === 'tab' ? act : channel}`, { name, what });
}
