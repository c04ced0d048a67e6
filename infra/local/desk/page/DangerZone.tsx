/** What an administrator cannot take back: the app removed from a person, the account deleted. */
import { Button, Dialog, DialogActions, DialogBody, DialogSurface, DialogTitle, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ofPerson } from '../../m365/host/desk-api/desk-call.ts';
import type { Person } from '../../m365/host/desk-api/desk-types.ts';
import { keys } from '../../m365/host/desk-api/use-desk.ts';
import { go } from '../../m365/host/place/use-place.ts';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({ row: { display: 'flex', gap: '8px', flexWrap: 'wrap' } });

export function DangerZone({ person }: { person: Person }) {
  const styles = useStyles();
  const t = useDeskTexts().person;
  const { act, pending } = useDeskAct([keys.company]);
  const [asking, setAsking] = useState(false);
  const onDelete = async (): Promise<void> => {
    if ((await act({ method: 'DELETE', path: ofPerson(person.id) })) !== null) go({ view: 'desk' });
  };
  return (
    <div className={styles.row}>
      <Button
        disabled={pending || !person.hasApp}
        onClick={() => void act({ method: 'DELETE', path: ofPerson(person.id, 'chats', 'bot') })}
      >
        {t.removeApp}
      </Button>
      <Button disabled={pending} onClick={() => setAsking(true)}>
        {t.deleteAccount}
      </Button>
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
