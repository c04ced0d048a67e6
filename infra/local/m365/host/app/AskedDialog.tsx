/** What an app may ask the person through the host: to choose people, or to look at a new meeting before it is sent. */
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
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Person } from '../desk-api/desk-types.ts';
import { useMe, useTexts } from '../me.ts';
import { byName, search } from '../person/people.ts';
import type { Draft, PeopleQuestion, PickedPerson } from '../teams-js/host-side.ts';
import { useTimes } from '../time/use-time.ts';

export type Asked =
  { kind: 'people'; question: PeopleQuestion; answer(picked: PickedPerson[] | null): void } | { kind: 'compose'; draft: Draft };

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
  people: { maxHeight: '40vh', overflowY: 'auto', display: 'flex', flexDirection: 'column' },
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '4px 12px', margin: 0 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

export function AskedDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  return asked.kind === 'people' ? <PeopleDialog {...asked} onClose={onClose} /> : <ComposeDialog draft={asked.draft} onClose={onClose} />;
}

type PeopleDialogProps = { question: PeopleQuestion; answer(picked: PickedPerson[] | null): void; onClose: () => void };

function PeopleDialog({ question, answer, onClose }: PeopleDialogProps) {
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
