/** The side panel of the meeting, 280 px wide: the talk, and one layer down private notes and signing. Without a talk, what can be held here. */
import { Link, makeStyles } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons';
import { useCallback, useState } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { PrivateNotes } from '#tabs/note/PrivateNotes.tsx';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { OfflineLine } from '#tabs/platform/shell/OfflineLine.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { HoldHere } from './HoldHere.tsx';
import { PanelTalkPage, PanelTitle } from './PanelTalkPage.tsx';
import { useMeetingTalk } from './use-meeting-talk.ts';
import { useTalk } from './use-talk.ts';

const useStyles = makeStyles({
  panel: {
    padding: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    boxSizing: 'border-box',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  back: { display: 'inline-flex', alignItems: 'center', gap: '2px', alignSelf: 'flex-start', minHeight: '24px' },
});

export function PanelPage() {
  const found = useMeetingTalk();
  const { data: fresh, refetch } = useTalk(found.data?.talkId ?? '');
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  const talk = fresh ?? found.data;
  // The talk was chosen or started here, and the buttons for that are gone.
  const [isChosen, setIsChosen] = useState(found.isNone);
  if (found.isNone && !isChosen) setIsChosen(true);
  if (talk) return <Panel talk={talk} readAgain={readAgain} arrives={isChosen} />;
  if (found.isNone) return <HoldHere />;
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  return <PageSkeleton />;
}

type LayerProps = { talk: TalkWithTemplate; readAgain: () => Promise<TalkWithTemplate | undefined> };
type PanelProps = LayerProps & { arrives: boolean };

/** One layer down, and not before the end: loaded when it is opened. */
const SignLayer = laterPart<LayerProps>(
  async () => {
    const [{ Signing }, { HeardQuestions }] = await Promise.all([import('./Signing.tsx'), import('#tabs/insight/HeardQuestions.tsx')]);
    return function Layer({ talk, readAgain }) {
      return (
        <>
          <Signing talk={talk} readAgain={readAgain} badge={<Readers talk={talk} item="statements" />} />
          <HeardQuestions talk={talk} />
        </>
      );
    };
  },
  () => <BlockSkeleton size={128} />,
);

/** `arrives`: the reader comes from elsewhere in the panel, and the keyboard begins at the title. */
function Panel({ talk, readAgain, arrives }: PanelProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const signing = useTexts('signing');
  const [layer, setLayer] = useState<'talk' | 'private' | 'sign' | null>(null);
  const { talkId } = talk;
  return (
    <div className={styles.panel}>
      <OfflineLine />
      {layer === null || layer === 'talk' ? (
        <PanelTalkPage talk={talk} readAgain={readAgain} arrives={arrives || layer === 'talk'} onLayer={setLayer} />
      ) : (
        <>
          <Link as="button" className={styles.back} onClick={() => setLayer('talk')}>
            <ChevronLeft20Regular aria-hidden />
            {t('panel.back')}
          </Link>
          {layer === 'private' ? (
            <PrivateNotes talkId={talkId} badge={<Readers talk={talk} item="private-notes" />} />
          ) : (
            <>
              <PanelTitle takesFocus>{signing('title')}</PanelTitle>
              <SignLayer talk={talk} readAgain={readAgain} />
            </>
          )}
        </>
      )}
    </div>
  );
}
