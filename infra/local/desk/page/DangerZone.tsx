/** What an administrator cannot take back: the app removed from a person, the account deleted. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { ofPerson } from '../../m365/host/desk-api/desk-call.ts';
import type { Person } from '../../m365/host/desk-api/desk-types.ts';
import { keys } from '../../m365/host/desk-api/use-desk.ts';
import { go } from '../../m365/host/place/use-place.ts';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  danger: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function DangerZone({ person }: { person: Person }) {
  const styles = useStyles();
  const t = useDeskTexts().person;
  const { act, pending } = useDeskAct([keys.company]);
  const [asking, setAsking] = useState(false);
  const onDelete = async (): Promise<void> => {
    if ((await act({ method: 'DELETE', path: ofPerson(person.id) })) !== null) go({ view: 'desk' });
  };
  return (
    <div className={styles.column}>
      <Danger text={t.removeAppLead}>
        <Button
          disabled={pending || !person.hasApp}
          onClick={() => void act({ method: 'DELETE', path: ofPerson(person.id, 'chats', 'bot') })}
        >
          {t.removeApp}
        </Button>
      </Danger>
      <Danger text={t.deleteLead}>
        <Button disabled={pending} onClick={() => setAsking(true)}>
          {t.deleteAccount}
        </Button>
      </Danger>
      <Dialog open={asking} onOpenChange={(_, data) => setAsking(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t.deleteSure(person.name)}</DialogTitle>
            <DialogActions>
              <Button appearance="primary" disabled={pending} onClick={() => void onDelete()}>
                {t.deleteYes}
              </Button>
              <Button onClick={() => setAsking(false)}>{t.deleteNo}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}

function Danger({ text, children }: { text: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.danger}>
      {children}
      <Text size={200} className={styles.quiet}>
        {text}
      </Text>
    </div>
  );
}
