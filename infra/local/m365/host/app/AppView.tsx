/** The app as one of the views: a slim bar as in Teams, and its personal tab below. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { useVisit } from '../place/use-place.ts';
import { useNotice } from '../ui/Notices.tsx';
import { Nothing } from '../ui/States.tsx';
import { AppFrame, type AppFrameHandle } from './AppFrame.tsx';
import { AppMark } from './AppMark.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
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

export function AppView() {
  const styles = useStyles();
  const { app, person } = useMe();
  const t = useTexts();
  const { place, number } = useVisit();
  const [reloads, setReloads] = useState(0);
  const frame = useRef<AppFrameHandle>(null);
  const tab = app.tabs.find(({ entityId }) => entityId === app.personal);
  if (!person.hasApp || !tab) return <NotInstalled />;
  return (
    <div className={styles.view}>
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
          onClick={() => setReloads(reloads + 1)}
        />
      </div>
      <AppFrame key={`${number} ${reloads}`} ref={frame} tab={tab} at={place.at} frame="content" meeting={null} title={app.name} />
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
