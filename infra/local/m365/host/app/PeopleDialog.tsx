/** Lets the person choose people of the company for an app. */
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  SearchBox,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../desk-api/desk-types.ts';
import { useMe, useTexts } from '../me.ts';
import { byName, search } from '../person/people.ts';
import type { PeopleQuestion, PickedPerson } from '../teams-js/host-side.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  people: { maxHeight: '40vh', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
});

type PeopleDialogProps = { question: PeopleQuestion; answer(picked: PickedPerson[] | null): void; onClose: () => void };

export function PeopleDialog({ question, answer, onClose }: PeopleDialogProps) {
  const styles = useStyles();
  const t = useTexts();
  const { tenant } = useMe();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState(question.selected);
  const end = (picked: PickedPerson[] | null): void => {
    answer(picked);
    onClose();
  };
  const toggle = (id: string): void =>
    setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : question.single ? [id] : [...chosen, id]);
  const people = search(
    tenant.people.filter(({ enabled }) => enabled),
    words,
  ).sort(byName);
  return (
    <Dialog open onOpenChange={() => end(null)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{question.title || (question.single ? t.app.pickOne : t.app.pick)}</DialogTitle>
          <DialogContent className={styles.column}>
            <SearchBox aria-label={t.person.search} value={words} onChange={(_, data) => setWords(data.value)} />
            <div className={styles.people}>
              {people.map((person) => (
                <Checkbox
                  key={person.id}
                  label={`${person.name}, ${person.jobTitle}`}
                  checked={chosen.includes(person.id)}
                  onChange={() => toggle(person.id)}
                />
              ))}
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" onClick={() => end(chosen.flatMap((id) => picked(tenant.people, id)))}>
              {t.app.done}
            </Button>
            <Button onClick={() => end(null)}>{t.app.nobody}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function picked(people: Person[], id: string): PickedPerson[] {
  const person = people.find((one) => one.id === id);
  return person ? [{ objectId: person.id, displayName: person.name, email: person.mail ?? person.userPrincipalName }] : [];
}
