/** Finds one colleague by name. What is done with whoever is chosen is up to whoever asks. */
import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { findColleagues, type PersonRef } from '#api/people/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  found: {
    listStyleType: 'none',
    margin: '8px 0 0',
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    alignItems: 'flex-start',
  },
});

/** The server answers nothing to less. */
const shortest = 2;

export type ColleagueFinderProps = {
  label: string;
  hint: string;
  placeholder: string;
  validationState?: 'error';
  validationMessage?: string;
  onChoose: (person: PersonRef) => void;
};

export function ColleagueFinder({ placeholder, onChoose, ...field }: ColleagueFinderProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const [name, setName] = useState('');
  const isLong = name.trim().length >= shortest;
  const found = useRead(findColleagues, { query: { name: name.trim() } }, { when: isLong });
  const people = isLong ? found.data?.people : undefined;
  const choose = (person: PersonRef): void => {
    onChoose(person);
    setName('');
  };
  return (
    <div>
      <Field {...field}>
        <Input value={name} placeholder={placeholder} onChange={(_event, { value }) => setName(value)} />
      </Field>
      {people && (
        <ul aria-label={t('rules.partnerFound')} className={styles.found}>
          {people.map((person) => (
            <li key={person.id}>
              <Button appearance="subtle" onClick={() => choose(person)}>
                {person.jobTitle ? `${person.name} · ${person.jobTitle}` : person.name}
              </Button>
            </li>
          ))}
          {people.length === 0 && (
            <li>
              <Text>{t('rules.partnerNobody')}</Text>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
