/** What has become of a move, the way back, the word that a time does not suit; and, when opened, the next times that suit both. */
import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { Suspense } from 'react';
import { findTimes, type Talk } from '#api/talk/contract.ts';
import { canMove } from '#api/talk/moving/rules.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { MoveTimes } from './MoveTimes.tsx';
import { ReplanNews } from './ReplanNews.tsx';
import { useMove } from './use-move.ts';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // A time is long at 280 px: it breaks within its button.
  long: { maxWidth: '100%', whiteSpace: 'normal', textAlign: 'start' },
});

export type MoveAreaProps = {
  talk: Talk;
  open: boolean;
  onClose: () => void;
  /** The reader has pressed one of the buttons here, which then go: what has become of it takes the focus. */
  hasActed: boolean;
  onAct: () => void;
};

export function MoveArea({ talk, open, onClose, hasActed, onAct }: MoveAreaProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const send = useMove(talk);
  const { move } = talk;
  const mayGoBack = move?.outcome === 'done' && new Date(move.from.start) > dates.now;
  const read = useRead(findTimes, { params: { talkId: talk.talkId }, query: {} }, { when: canMove(talk) && (open || mayGoBack) });
  const back = read.data?.back;
  const mayObject = move !== null && !move.byMe && move.outcome !== 'taken' && move.objectedAt === null;
  const go = (start: string): void => {
    onAct();
    void send.go(start).then((moved) => (moved ? onClose() : void read.refetch()));
  };
  const object = (): void => {
    onAct();
    void send.object();
  };
  return (
    <div className={styles.area}>
      <News talk={talk} comesFirst={hasActed} />
      {(mayObject || back) && (
        <div className={styles.actions}>
          {mayObject && (
            <Button disabledFocusable={send.busy} onClick={object}>
              {t('move.object')}
            </Button>
          )}
          {back && (
            <Button className={styles.long} disabledFocusable={send.busy} onClick={() => go(back.start)}>
              {t('move.back', { when: dates.inText.shortTime(back.start, back.end) })}
            </Button>
          )}
        </div>
      )}
      {open && canMove(talk) && <MoveTimes talk={talk} taken={send.taken} busy={send.busy} onTake={go} onClose={onClose} />}
      <ProblemNotice error={send.error} />
    </div>
  );
}

/** One sentence, read out when it changes. */
function News({ talk, comesFirst }: { talk: Talk; comesFirst: boolean }) {
  const t = useTexts('talk');
  const dates = useDates();
  const { move, me } = talk;
  if (!move) return null;
  const { name } = me === 'employee' ? talk.manager : talk.employee;
  const from = dates.inText.shortTime(move.from.start, move.from.end);
  if (move.outcome === 'under-way')
    return (
      <Quiet key="moved" comesFirst={comesFirst}>
        {t('move.underWay')}
      </Quiet>
    );
  if (move.outcome === 'taken') return move.byMe ? <Loud>{t('move.gone')}</Loud> : null;
  if (move.objectedAt)
    return move.objectedByMe ? (
      <Quiet key="objected" comesFirst={comesFirst}>
        {t('move.objected', { name })}
      </Quiet>
    ) : (
      <Loud>{t('move.notSuited', { name })}</Loud>
    );
  if (move.why !== null)
    return (
      <Suspense>
        <ReplanNews why={move.why} from={move.from} />
      </Suspense>
    );
  return (
    <Quiet key="moved" comesFirst={comesFirst}>
      {t(move.byMe ? 'move.byMe' : 'move.byOther', { name, from })}
    </Quiet>
  );
}

function Quiet({ children, comesFirst }: { children: string; comesFirst: boolean }) {
  const styles = useStyles();
  return (
    <Said role="status" comesFirst={comesFirst} className={styles.quiet}>
      {children}
    </Said>
  );
}

function Loud({ children }: { children: string }) {
  return (
    <MessageBar intent="warning" layout="multiline" role="status">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
