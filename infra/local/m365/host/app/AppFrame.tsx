/** An app in its frame, with what Teams shows around its start: it is loading, it is slow, it could not start, it may not come from there. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { AppTab } from '../desk-api/desk-types.ts';
import { useMe, useTexts } from '../me.ts';
import { beforeLeaving } from '../place/use-place.ts';
import { useSettings } from '../settings.ts';
import type { Host } from '../teams-js/abilities.ts';
import type { Frame } from '../teams-js/abilities.ts';
import type { MeetingFacts } from '../teams-js/host-side.ts';
import { isValidDomain } from '../teams-js/valid-domain.ts';
import { Loading, Nothing } from '../ui/States.tsx';
import { AppDialog } from './AppDialog.tsx';
import { AskedDialog } from './AskedDialog.tsx';
import { useAsked } from './asked.ts';
import { sandbox } from './sandbox.ts';
import { useAppLine, type AppLine } from './use-app-line.ts';
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

export type AppFrameProps = {
  tab: AppTab;
  host: Host;
  /** Where in the app a link points. */
  at: string | null;
  frame: Frame;
  /** The meeting whose chat or panel this is. */
  meeting: MeetingFacts | null;
  title: string;
  /** Kept, but not seen: the app has been told to rest. */
  hidden?: boolean;
  /** Changes when the app is opened again, also by a link to another place in it. */
  visit?: number;
  /** The app wants to be kept while it is not seen. */
  onResumable?(): void;
  ref?: Ref<AppLine>;
};

/** Mounted anew for every person and language: as in Teams, the app starts again then. */
export function AppFrame(props: AppFrameProps) {
  const [attempt, setAttempt] = useState(0);
  const { app, person, language } = useMe();
  const t = useTexts();
  const { tab } = props;
  if (!isValidDomain(tab.contentUrl, app.validDomains))
    return <Nothing title={t.app.invalidDomain(app.name)} text={t.app.invalidDomainText(tab.contentUrl)} />;
  const key = [attempt, person.id, language, tab.entityId].join(' ');
  return <StartedFrame key={key} {...props} onRetry={() => setAttempt(attempt + 1)} />;
}

function StartedFrame(props: AppFrameProps & { onRetry: () => void }) {
  const { tab, host, at, frame, meeting, title, onRetry, ref } = props;
  const styles = useStyles();
  const { theme } = useSettings();
  const element = useRef<HTMLIFrameElement>(null);
  const dialog = useRef<AppLine>(null);
  const [start, setStart] = useState<Start>({ kind: 'loading' });
  const { asked, ask, close } = useAsked();
  const tellDialog = (message: unknown): void => dialog.current?.tell('messageForChild', message);
  const side = useAppSide({ tab, host, at, frame, meeting, onStart: setStart, ask, tellDialog });
  const line = useAppLine(element, new URL(tab.contentUrl).origin, side, theme);
  useImperativeHandle(ref, () => line);
  useLeaveAndResume(props, line, start.kind === 'ready');
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
      {asked?.kind === 'dialog' ? (
        <AppDialog
          {...{ tab, host, meeting, asked }}
          ref={dialog}
          onClose={close}
          tellOpener={(message) => line.tell('messageForParent', message)}
        />
      ) : (
        asked && <AskedDialog asked={asked} onClose={close} />
      )}
    </div>
  );
}

/** Asks the app before it is left, and tells one that was kept that it is seen again. */
function useLeaveAndResume({ tab, hidden = false, visit = 0, onResumable }: AppFrameProps, line: AppLine, ready: boolean): void {
  const leave = useEffectEvent(() => {
    if (line.isResumable()) onResumable?.();
    return line.leave();
  });
  useEffect(() => (hidden ? undefined : beforeLeaving(() => leave())), [hidden]);
  const [first] = useState(visit);
  const resume = useEffectEvent(() => {
    if (ready && line.isResumable()) line.tell('load', { entityId: tab.entityId, contentUrl: tab.contentUrl });
  });
  useEffect(() => {
    if (!hidden && visit !== first) resume();
  }, [hidden, visit, first]);
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
