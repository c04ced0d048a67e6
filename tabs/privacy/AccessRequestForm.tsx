/** A new access request: about whom, and why. What is typed stays until it is sent, also when the page is left. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRef } from '#api/people/contract.ts';
import { createAccessRequest, findEmployee, listAccessRequests, reasonLeast, reasonMost } from '#api/privacy/access-request/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  found: { listStyleType: 'none', margin: '8px 0 0', padding: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
  chosen: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The server answers nothing to less. */
const shortest = 2;

export function AccessRequestForm() {
  const styles = useStyles();
  const t = useTexts('access');
  const app = useTexts('app');
  const language = useLanguage();
  const [person, setPerson] = useState<PersonRef | null>(null);
  const [reason, write, onStored] = useDraft('access-request');
  // The same until it has been sent, so that what is sent twice is asked once.
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const send = useSend(createAccessRequest, {
    refreshes: [listAccessRequests],
    onDone(_answer, { body }) {
      setPerson(null);
      onStored(body.reason);
      setRequestId(crypto.randomUUID());
    },
  });
  const length = reason.trim().length;
  const tooLong = length > reasonMost;
  const count = { done: length.toLocaleString(language), of: reasonMost.toLocaleString(language) };
  const isReady = person !== null && length >= reasonLeast && !tooLong;
  const ask = (): void => {
    if (person && isReady && !send.isPending) send.mutate({ body: { requestId, employeeId: person.id, reason } });
  };
  return (
    <Section title={t('ask.title')}>
      {person ? (
        <div className={styles.chosen}>
          <Text weight="semibold">{t('ask.chosen', { name: person.name })}</Text>
          <Button size="small" onClick={() => setPerson(null)}>
            {t('ask.other')}
          </Button>
        </div>
      ) : (
        <EmployeeFinder onChoose={setPerson} />
      )}
      <Field
        label={t('ask.reason')}
        hint={tooLong ? undefined : t('ask.reasonHint')}
        validationMessage={tooLong ? app('characters', count) : undefined}
      >
        {(control) => (
          <GrowingText
            {...control}
            small
            value={reason}
            onChange={(event) => {
              write(event.target.value);
              if (!send.isPending) send.reset();
            }}
          />
        )}
      </Field>
      <div>
        <Button appearance="primary" disabledFocusable={!isReady || send.isPending} onClick={ask}>
          {t('ask.send')}
        </Button>
      </div>
      <Text role="status" className={styles.quiet}>
        {send.isSuccess ? t('ask.sent') : ''}
      </Text>
      <ProblemNotice error={send.error} />
    </Section>
  );
}

function EmployeeFinder({ onChoose }: { onChoose: (person: PersonRef) => void }) {
  const styles = useStyles();
  const t = useTexts('access');
  const [name, setName] = useState('');
  const isLong = name.trim().length >= shortest;
  const found = useRead(findEmployee, { query: { name: name.trim() } }, { when: isLong });
  const people = isLong ? found.data?.people : undefined;
  return (
    <div>
      <Field label={t('ask.who')} hint={t('ask.whoHint')}>
        <Input value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      {people && (
        <ul aria-label={t('ask.found')} className={styles.found}>
          {people.map((person) => (
            <li key={person.id}>
              <Button appearance="subtle" onClick={() => onChoose(person)}>
                {person.jobTitle ? `${person.name} · ${person.jobTitle}` : person.name}
              </Button>
            </li>
          ))}
          {people.length === 0 && (
            <li>
              <Text>{t('ask.nobody')}</Text>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
