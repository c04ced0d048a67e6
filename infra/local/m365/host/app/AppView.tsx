/** The app as one of the views: a slim bar as in Teams, and its personal tab below. */
import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { askToLeave, useVisit } from '../place/use-place.ts';
import { useNotice } from '../ui/Notices.tsx';
import { Nothing } from '../ui/States.tsx';
import { AppFrame } from './AppFrame.tsx';
import { AppMark } from './AppMark.tsx';
import { tabFor } from './tab-for.ts';
import type { AppLine } from './use-app-line.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  hidden: { display: 'none' },
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 8px',
    minHeight: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { margin: 0, flexGrow: 1 },
});

/** `hidden`: another view is shown, but the app wished to be kept. */
type AppViewProps = { hidden?: boolean; onKept?(): void };

export function AppView({ hidden = false, onKept }: AppViewProps) {
  const styles = useStyles();
  const { app, person } = useMe();
  const t = useTexts();
  const { place, number } = useVisit();
  const [reloads, setReloads] = useState(0);
  // Every visit starts the app anew, except one that wants to be kept: it goes on from the visit it was started at.
  const [kept, setKept] = useState<number | null>(null);
  const frame = useRef<AppLine>(null);
  const tab = tabFor(app, 'personalTab');
  if (!tab) return <Nothing title={t.app.noTab(app.name)} />;
  if (!person.hasApp) return <NotInstalled />;
  const onResumable = (): void => {
    setKept(kept ?? number);
    onKept?.();
  };
  const restart = (): void =>
    void askToLeave().then(() => {
      setKept(null);
      setReloads(reloads + 1);
    });
  return (
    <div className={mergeClasses(styles.view, hidden && styles.hidden)}>
      <div className={styles.bar}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t.back} title={t.back} onClick={() => frame.current?.back()} />
        <AppMark />
        <Text as="h1" weight="semibold" size={400} className={styles.name}>
          {app.name}
        </Text>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label={t.app.reload(app.name)}
          title={t.app.reload(app.name)}
          onClick={restart}
        />
      </div>
      <AppFrame
        key={`${place.host} ${kept ?? number} ${reloads}`}
        {...{ tab, hidden, onResumable }}
        ref={frame}
        host={place.host}
        at={place.at}
        visit={number}
        frame="content"
        meeting={null}
        title={app.name}
      />
    </div>
  );
}

function NotInstalled() {
  const { app, person } = useMe();
  const t = useTexts();
  const notice = useNotice();
  const add = useAct([keys.company, keys.chats(person.id)]);
  const onAdd = (): void =>
    add.mutate({ path: ofPerson(person.id, 'chats', 'bot') }, { onError: ({ message }) => notice(message || t.wrong.act) });
  return (
    <Nothing
      title={t.app.notInstalled(app.name)}
      action={
        <Button appearance="primary" disabled={add.isPending} onClick={onAdd}>
          {t.app.add(app.name)}
        </Button>
      }
    />
  );
}
