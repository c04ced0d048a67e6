/** Asks the manager once more before finishing, and kindly points out what is still empty. */
import type { Talk } from '#api/talk/contract.ts';
import { listAgreements } from '#api/agreement/contract.ts';
import { readSharedNotes } from '#api/note/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { useMoveTalk } from './use-talk.ts';

export type FinishPanelProps = {
  talk: Talk;
  readAgain: () => Promise<Talk | undefined>;
  /** `finished`: the talk is finished now. */
  onEnd: (finished: boolean) => void;
};

export function FinishPanel({ talk, readAgain, onEnd }: FinishPanelProps) {
  const t = useTexts('talk');
  const { talkId } = talk;
  const notes = useRead(readSharedNotes, { params: { talkId } }, { refetchEvery: 4_000 });
  const agreements = useRead(listAgreements, { params: { talkId } });
  const finish = useMoveTalk('finish', readAgain);
  const noNotes = notes.data?.text.trim() === '';
  const noAgreements = agreements.data?.agreements.length === 0;
  const missing = noNotes && noAgreements ? 'both' : noNotes ? 'nothingWritten' : noAgreements ? 'nothingAgreed' : null;
  return (
    <>
      <ConfirmPanel
        title={t('finish.title')}
        confirm={t('finish.confirm')}
        busy={finish.busy}
        onConfirm={() => void finish.go(talk).then((finished) => finished && onEnd(true))}
        onCancel={() => onEnd(false)}
      >
        {missing && `${t(`finish.${missing}`)} `}
        {t('finish.text')}
      </ConfirmPanel>
      <ProblemNotice error={finish.error} />
    </>
  );
}
