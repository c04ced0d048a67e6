/** What can be done with a talk now: prepare, start, join, finish, sign. One filled button; finishing asks once more. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Talk, TalkWithTemplate } from '#api/talk/contract.ts';
import { hasPassed } from '#api/talk/rules.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useNow } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { FinishPanel } from './FinishPanel.tsx';
import { useMoveTalk } from './use-talk.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type TalkActionsProps = {
  talk: TalkWithTemplate;
  readAgain: () => Promise<TalkWithTemplate | undefined>;
  /** In the side panel the meeting is already open, and signing is a layer of the panel. */
  panel?: { onSign: () => void };
  /** The reader has just finished the talk somewhere else on the page: what comes next is brought into sight. */
  justFinished?: boolean;
  onFinished?: () => void;
  /** A further button while the talk is ahead: moving it. */
  more?: ReactNode;
};

export function TalkActions({ talk, readAgain, panel, justFinished = false, onFinished, more }: TalkActionsProps) {
  const [finished, setFinished] = useState(justFinished);
  const finish = (): void => {
    setFinished(true);
    onFinished?.();
  };
  if (talk.status === 'closed') return null;
  if (talk.status === 'live') return <Live talk={talk} readAgain={readAgain} inPanel={panel !== undefined} onFinished={finish} />;
  if (talk.status === 'held' || talk.status === 'signed')
    return <Held talk={talk} finished={finished || justFinished} {...(panel ? { panel } : {})} />;
  return <Before talk={talk} readAgain={readAgain} inPanel={panel !== undefined} more={more} />;
}

type Props = Pick<TalkActionsProps, 'talk' | 'readAgain'> & { inPanel: boolean };

function Around({ say, children, comesFirst = false }: { say: string; children?: ReactNode; comesFirst?: boolean }) {
  const styles = useStyles();
  return (
    <div className={styles.around}>
      <Said comesFirst={comesFirst} className={styles.quiet}>
        {say}
      </Said>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}

function Before({ talk, readAgain, inPanel, more }: Props & { more: ReactNode }) {
  const t = useTexts('talk');
  const holding = useTexts('holding');
  const linkTo = useLinkTo();
  const start = useMoveTalk('start', readAgain);
  const { talkId, me } = talk;
  const passed = hasPassed(talk, useNow());
  const soon = talk.next === 'join';
  const shared = (me === 'employee' ? talk.employeeReleasedAt : talk.managerReleasedAt) !== null;
  const ahead = [shared ? '' : t('page.say.beforeUnready'), t('page.say.before')].filter(Boolean).join(' ');
  // What must be decided about the time comes first.
  const prepareFirst = !shared && !soon && !passed && !inPanel && talk.next !== 'decide';
  return (
    <Around say={passed && !inPanel ? holding(`passed.${me}`, { name: talk.manager.name }) : ahead}>
      {!inPanel && (
        <Button as="a" appearance={prepareFirst ? 'primary' : 'secondary'} {...linkTo({ page: 'prepare', talkId })}>
          {t(shared ? 'page.preparation' : 'page.prepare')}
        </Button>
      )}
      {!inPanel && !passed && <Join talk={talk} main={soon} />}
      <Button appearance={inPanel ? 'primary' : 'secondary'} disabledFocusable={start.busy} onClick={() => void start.go(talk)}>
        {t('page.start')}
      </Button>
      {more ?? (passed && !inPanel && <WholeTalk talkId={talkId} />)}
      <ProblemNotice error={start.error} />
    </Around>
  );
}

/** Where the talk is not shown as a whole: what helps once its time has gone by is on its own page. */
function WholeTalk({ talkId }: { talkId: string }) {
  const t = useTexts('talk');
  const linkTo = useLinkTo();
  return (
    <Button as="a" appearance="primary" {...linkTo({ page: 'talk', talkId })}>
      {t('my.open')}
    </Button>
  );
}

function Join({ talk: { joinUrl }, main }: { talk: Talk; main: boolean }) {
  const t = useTexts('talk');
  const teams = useTeams();
  if (!joinUrl) return null;
  return (
    <Button appearance={main ? 'primary' : 'secondary'} onClick={() => void teams.openLink(joinUrl)}>
      {t('page.join')}
    </Button>
  );
}

function Live({ talk, readAgain, inPanel, onFinished }: Props & { onFinished: () => void }) {
  const t = useTexts('talk');
  const [finishing, setFinishing] = useState<boolean | null>(null);
  const end = (finished: boolean): void => {
    setFinishing(false);
    if (finished) onFinished();
  };
  if (finishing) return <FinishPanel talk={talk} readAgain={readAgain} onEnd={end} />;
  const mayFinish = talk.me === 'manager';
  return (
    <Around say={mayFinish ? t('page.say.live') : t('page.say.liveEmployee', { name: talk.manager.name })}>
      {!inPanel && <Join talk={talk} main={!mayFinish} />}
      {mayFinish && (
        <Button autoFocus={finishing === false} appearance={inPanel ? 'secondary' : 'primary'} onClick={() => setFinishing(true)}>
          {t('page.finish')}
        </Button>
      )}
    </Around>
  );
}

function Held({ talk, panel, finished }: Pick<TalkActionsProps, 'talk' | 'panel'> & { finished: boolean }) {
  const t = useTexts('talk');
  const linkTo = useLinkTo();
  const signing = useTexts('signing');
  const { talkId, me, status, signatures } = talk;
  const mine = signatures.some(({ side }) => side === me);
  const other = me === 'employee' ? talk.manager : talk.employee;
  const say = status === 'signed' ? t('page.say.done') : mine ? t('page.say.signed', { name: other.name }) : t('page.say.sign');
  const theirs = me === 'employee' ? 'manager' : 'employee';
  const waits = [
    talk.objecting.includes(theirs) ? signing('objection.page', { name: other.name }) : '',
    talk.proposing.includes(theirs) ? signing('amend.waits', { name: other.name }) : '',
  ].filter(Boolean);
  const appearance = mine && waits.length === 0 ? 'secondary' : 'primary';
  const words = t(mine ? 'page.summary' : 'page.sign');
  return (
    <Around say={[...waits, say].join(' ')} comesFirst={finished}>
      {panel ? (
        <Button appearance={appearance} onClick={panel.onSign}>
          {words}
        </Button>
      ) : (
        <Button as="a" appearance={appearance} {...linkTo({ page: 'sign', talkId })}>
          {words}
        </Button>
      )}
    </Around>
  );
}
