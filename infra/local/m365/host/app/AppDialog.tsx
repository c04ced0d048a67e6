/** A dialog that an app has opened above itself: a page of the app, or a card. The person can always close it. */
import { Button, Dialog, DialogSurface, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { AppTab } from '../desk-api/desk-types.ts';
import { useMe, useTexts } from '../me.ts';
import { useSettings } from '../settings.ts';
import type { Host } from '../teams-js/abilities.ts';
import type { MeetingFacts, Size } from '../teams-js/host-side.ts';
import { Loading } from '../ui/States.tsx';
import type { Asked } from './asked.ts';
import { AskedDialog } from './AskedDialog.tsx';
import { useAsked } from './asked.ts';
import { sandbox } from './sandbox.ts';
import { useAppLine, type AppLine } from './use-app-line.ts';
import { useAppSide } from './use-app-side.ts';

// The renderer of cards is heavy, and rarely needed here.
const Card = lazy(async () => ({ default: (await import('../chat/Card.tsx')).Card }));

const useStyles = makeStyles({
  surface: { padding: 0, maxWidth: '96vw', display: 'flex', flexDirection: 'column', overflow: 'hidden' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', padding: '8px 8px 8px 20px' },
  title: { margin: 0, overflowWrap: 'anywhere' },
  frame: { border: 'none', width: '100%', flexGrow: 1, backgroundColor: tokens.colorNeutralBackground2 },
  card: { padding: '0 20px 20px', overflowY: 'auto' },
});

export type AppDialogProps = {
  tab: AppTab;
  host: Host;
  meeting: MeetingFacts | null;
  asked: Asked & { kind: 'dialog' };
  onClose(): void;
  tellOpener(message: unknown): void;
  ref: Ref<AppLine>;
};

export function AppDialog(props: AppDialogProps) {
  const { asked, onClose } = props;
  const { question, end } = asked;
  const styles = useStyles();
  const t = useTexts();
  const { app } = useMe();
  const [size, setSize] = useState(question.size);
  const title = question.title || app.name;
  const submit = (result: unknown): void => {
    end({ result });
    onClose();
  };
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface className={styles.surface} aria-label={title} style={sizeOf(size)}>
        <div className={styles.head}>
          <Subtitle2 as="h2" className={styles.title}>
            {title}
          </Subtitle2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.close} title={t.close} onClick={onClose} />
        </div>
        {question.kind === 'url' ? (
          <PageInDialog {...props} url={question.url} title={title} submit={submit} resize={setSize} />
        ) : (
          <div className={styles.card}>
            <Suspense fallback={<Loading />}>
              <Card card={cardOf(question.card)} label={title} onExecute={() => Promise.resolve()} onSubmit={submit} />
            </Suspense>
          </div>
        )}
      </DialogSurface>
    </Dialog>
  );
}

type PageInDialogProps = AppDialogProps & { url: string; title: string; submit(result: unknown): void; resize(size: Size): void };

function PageInDialog({ tab, host, meeting, url, title, submit, resize, tellOpener, ref }: PageInDialogProps) {
  const styles = useStyles();
  const { theme } = useSettings();
  const element = useRef<HTMLIFrameElement>(null);
  const { asked, ask, close } = useAsked();
  const dialog = { submit, resize, tellOpener };
  const side = useAppSide({ tab, host, at: null, frame: 'task', meeting, onStart: () => undefined, ask, dialog });
  const line = useAppLine(element, new URL(url).origin, side, theme);
  useImperativeHandle(ref, () => line);
  return (
    <>
      <iframe ref={element} className={styles.frame} title={title} src={url} sandbox={sandbox} name="embedded-page-container" />
      {asked && asked.kind !== 'dialog' && <AskedDialog asked={asked} onClose={close} />}
    </>
  );
}

/** Teams' three sizes, and as much as the window has. */
const widths: Record<string, number> = { small: 360, medium: 600, large: 900 };
const heights: Record<string, number> = { small: 320, medium: 520, large: 720 };
const pixels = (value: number | string, named: Record<string, number>): number =>
  typeof value === 'number' ? value : (named[value] ?? named.small ?? 320);
const sizeOf = ({ width, height }: Size): { width: string; height: string } => ({
  width: `min(${pixels(width, widths)}px, 96vw)`,
  // The app's page gets its height; the bar above it is the host's.
  height: `min(${pixels(height, heights) + 48}px, 92vh)`,
});

/** teams-js hands a card on as JSON text. */
function cardOf(card: unknown): unknown {
  try {
    return typeof card === 'string' ? (JSON.parse(card) as unknown) : card;
  } catch {
    return null;
  }
}
