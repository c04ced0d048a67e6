/**
 * What the other will see: their own read, asked of the server, in the very part that shows it to them. What the kind of talk keeps from them is
 * shown as one's own.
 */
import { useEffect, type ReactNode } from 'react';
import { readPreview, type Preparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Answers } from './Answers.tsx';
import { answeredIn } from './use-questions.ts';

/** The other's own answers have no place in it. */
const nothingOfTheirs: Preparations['mine'] = { answers: [], releasedAt: null, open: false, version: 0 };

export function Preview({ talk, preparations, badge }: { talk: TalkWithTemplate; preparations: Preparations; badge: ReactNode }) {
  const t = useTexts('preparation');
  const { talkId, me } = talk;
  const other = me === 'employee' ? 'manager' : 'employee';
  const { data, error, isPending, refetch } = useRead(readPreview, { params: { talkId } });
  const { answers, releasedAt } = preparations.mine;
  useEffect(() => void refetch(), [answers, releasedAt, refetch]);
  if (isPending) return <BlockSkeleton size={128} />;
  if (!data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const hidden = data.theirs.answers === null;
  // Before the first answer there is nothing to look at; what to do is said beside the button.
  if (preparations.mine.open && answeredIn(preparations.mine.answers).size === 0) return null;
  return (
    <Section title={hidden ? t('preview.hidden') : t('preview.title', { name: talk[other].name })} aside={badge}>
      {hidden ? (
        <Answers talk={talk} preparations={preparations} sides={[me]} />
      ) : (
        <Answers talk={{ ...talk, me: other }} preparations={{ mine: nothingOfTheirs, theirs: data.theirs }} sides={[me]} />
      )}
    </Section>
  );
}
