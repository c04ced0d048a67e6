/** What a talk begins with, before it and in it: the agreements of earlier talks that are open, or have come to an end since. Nothing when there are none. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { listSince } from '#api/agreement/following/contract.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { FollowedList } from './FollowedList.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function SinceLast({ talkId, level = 2 }: { talkId: string; level?: 2 | 3 }) {
  const styles = useStyles();
  const t = useTexts('following');
  const read = useRead(listSince, { params: { talkId } }, { refetchEvery: 15_000 });
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { agreements } = read.data;
  if (agreements.length === 0) return null;
  const open = agreements.filter(({ status }) => isOpen(status)).length;
  return (
    <Fold level={level} strong openAtFirst title={t('since')} aside={t('sinceCount', { open, all: agreements.length })}>
      <Text size={200} className={styles.quiet}>
        {t('sinceLead')}
      </Text>
      <FollowedList label={t('since')} agreements={agreements} readAgain={() => void read.refetch()} say="talk" />
    </Fold>
  );
}
