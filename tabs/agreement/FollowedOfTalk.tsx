/** The agreements of a talk once it is signed: how each goes, and changes that are suggested. */
import { Text } from '@fluentui/react-components';
import { listOfTalk } from '#api/agreement/following/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { LateWords } from './LateWords.tsx';
import { FollowedList } from './FollowedList.tsx';

export function FollowedOfTalk({ talkId }: { talkId: string }) {
  const t = useTexts('following');
  const agreement = useTexts('agreement');
  const read = useRead(listOfTalk, { params: { talkId } }, { refetchEvery: 15_000 });
  if (!read.data) return read.error ? <ProblemNotice error={read.error} onRetry={() => void read.refetch()} /> : <RowsSkeleton rows={2} />;
  const { agreements } = read.data;
  return (
    <>
      {agreements.length === 0 ? (
        <Text>{agreement('noneAfter')}</Text>
      ) : (
        <FollowedList label={t('title')} agreements={agreements} readAgain={() => void read.refetch()} />
      )}
      <LateWords talkId={talkId} />
    </>
  );
}
