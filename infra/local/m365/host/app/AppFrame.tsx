/** An app in its frame, with what Teams shows around its start: it is loading, it is slow, it could not start. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { AppTab } from '../desk-api/desk-types.ts';
import { useMe, useTexts } from '../me.ts';
import { useSettings } from '../settings.ts';
import type { Frame } from '../teams-js/context.ts';
import type { MeetingFacts } from '../teams-js/host-side.ts';
import { Loading, Nothing } from '../ui/States.tsx';
import { AskedDialog, type Asked } from './AskedDialog.tsx';
import { useAppLine } from './use-app-line.ts';
import { useAppSide, type Start } from './use-app-side.ts';

const useStyles = makeStyles({
  ground: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  frame: { flexGrow: 1, width: '100%', height: '100%', border: 'none', backgroundColor: 'transparent' },
  // What is shown while it starts is nothing to press: nobody's click is lost to it.
  quiet: { pointerEvents: 'none' },
  cover: { position: 'absolute', inset: 0, display: 'flex', backgroundColor: tokens.colorNeutralBackground2 },
});

const patience = 15_000;
/** As Teams gives it to apps. */
const sandbox =
  'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads';

export type AppFrameProps = {
  tab: AppTab;
  /** Where in the app a link points. */
  at: string | null;
  frame: Frame;
  /** The meeting whose chat or panel this is. */
  meeting: MeetingFacts | null;
  title: string;
  ref?: Ref<AppFrameHandle>;
};
export type AppFrameHandle = { back(): void };

/** Mounted anew for every person, place and language: as in Teams, the app starts again then. */
export function AppFrame(props: AppFrameProps) {
  const [attempt, setAttempt] = useState(0);
  const { person, language } = useMe();
  const key = [attempt, person.id, language, props.tab.entityId, props.at].join(' ');
  return <StartedFrame key={key} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function StartedFrame({ tab, at, frame, meeting, title, onRetry, ref }: AppFrameProps & { onRetry: () => void }) {
  const styles = useStyles();
  const { theme } = useSettings();
  const element = useRef<HTMLIFrameElement>(null);
  const [start, setStart] = useState<Start>({ kind: 'loading' });
  const [asked, setAsked] = useState<Asked | null>(null);
  const side = useAppSide({ tab, at, frame, meeting, onStart: setStart, onAsk: setAsked });
  const back = useAppLine(element, new URL(tab.contentUrl).origin, side, theme);
  useImperativeHandle(ref, () => ({ back }));
  useEffect(() => {
    const timer = setTimeout(() => setStart((now) => (now.kind === 'loading' ? { kind: 'slow' } : now)), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.ground}>
      <iframe
        ref={element}
        className={styles.frame}
        title={title}
        src={tab.contentUrl}
        sandbox={sandbox}
        allow="clipboard-read; clipboard-write"
        name="embedded-page-container"
      />
      {start.kind !== 'ready' && (
        <div className={mergeClasses(styles.cover, start.kind === 'loading' && styles.quiet)}>
          <Cover start={start} onRetry={onRetry} />
        </div>
      )}
      {asked && <AskedDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function Cover({ start, onRetry }: { start: Start; onRetry: () => void }) {
  const { app } = useMe();
  const t = useTexts();
  if (start.kind === 'loading') return <Loading label={t.app.loading(app.name)} />;
  const action = <Button onClick={onRetry}>{t.again}</Button>;
  return start.kind === 'failed' ? (
    <Nothing title={t.app.failed(app.name)} text={start.message} action={action} />
  ) : (
    <Nothing title={t.app.slow(app.name)} action={action} />
  );
}
