/** What an app may ask the person through the host: to choose people, to look at a new meeting before it is sent, to take a link to others. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { useTexts } from '../me.ts';
import type { Asked } from './asked.ts';
import { PeopleDialog } from './PeopleDialog.tsx';
import type { Draft } from '../teams-js/host-side.ts';
import { useTimes } from '../time/use-time.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', margin: 0 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

type Smaller = Exclude<Asked, { kind: 'dialog' }>;

export function AskedDialog({ asked, onClose }: { asked: Smaller; onClose: () => void }) {
  if (asked.kind === 'people') return <PeopleDialog {...asked} onClose={onClose} />;
  if (asked.kind === 'share') return <ShareDialog link={asked.link} onClose={onClose} />;
  return <ComposeDialog draft={asked.draft} onClose={onClose} />;
}

function ShareDialog({ link, onClose }: { link: string; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.app.share}</DialogTitle>
          <DialogContent className={styles.column}>
            <Field label={t.app.shareLink}>
              <Input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => void navigator.clipboard.writeText(link).then(onClose, onClose)}>
              {t.app.copy}
            </Button>
            <Button onClick={onClose}>{t.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function ComposeDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  const { day, clock } = useTimes();
  const when = (instant: string): string => (Number.isNaN(Date.parse(instant)) ? instant : `${day(instant)}, ${clock(instant)}`);
  const facts: [string, string][] = [
    [t.app.subject, draft.subject],
    [t.app.attendees, draft.attendees.join(', ')],
    [t.app.start, when(draft.startTime)],
    [t.app.end, when(draft.endTime)],
    [t.mail.content, draft.content],
  ];
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.app.compose}</DialogTitle>
          <DialogContent className={styles.column}>
            <Text>{t.app.composeLead}</Text>
            <dl className={styles.facts}>{facts.map(([name, value]) => value && <Fact key={name} name={name} value={value} />)}</dl>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t.close}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  const styles = useStyles();
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.fact}>{value}</dd>
    </>
  );
}
