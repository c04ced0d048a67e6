/** One person: what the directory says and can be told, and what lies in calendar, feed and mailbox. */
import { Button, makeStyles, Select, Field, Subtitle1, Switch, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ofPerson } from '../../m365/host/desk-api/desk-call.ts';
import type { Person } from '../../m365/host/desk-api/desk-types.ts';
import { keys } from '../../m365/host/desk-api/use-desk.ts';
import { addressFrom, go } from '../../m365/host/place/use-place.ts';
import { byName } from '../../m365/host/person/people.ts';
import { DangerZone } from './DangerZone.tsx';
import { PersonRecords } from './PersonRecords.tsx';
import { useDeskAct, useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '16px' },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'center', gap: '12px', flexWrap: 'wrap' },
  title: { margin: 0, flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  manager: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px' },
  row: { display: 'flex', gap: '16px', flexWrap: 'wrap', alignItems: 'start', '& .fui-Field': { maxWidth: '360px' } },
});

export function PersonPanel({ person, people }: { person: Person; people: Person[] }) {
  const styles = useStyles();
  const t = useDeskTexts();
  return (
    <div className={styles.column}>
      <div>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => go({ view: 'desk' })}>
          {t.person.close}
        </Button>
      </div>
      <div className={styles.card}>
        <div className={styles.head}>
          <Subtitle1 as="h2" className={styles.title}>
            {person.name}
          </Subtitle1>
          <Button as="a" appearance="primary" href={addressFrom({ view: 'app', personId: person.id })} target="_blank" rel="noopener">
            {t.person.openAs(person.givenName)}
          </Button>
        </div>
        <Text className={styles.quiet}>
          {[person.jobTitle, person.department, person.userPrincipalName, person.locale, person.timeZone, ...person.roles]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text size={200} font="monospace" className={styles.quiet}>
          {person.id}
        </Text>
        <DirectoryForm person={person} people={people} />
      </div>
      <div className={styles.card}>
        <PersonRecords person={person} />
      </div>
      <DangerZone person={person} />
    </div>
  );
}

function DirectoryForm({ person, people }: { person: Person; people: Person[] }) {
  const styles = useStyles();
  const t = useDeskTexts();
  const { act, pending } = useDeskAct<Person>([keys.company]);
  const [managerId, setManagerId] = useState(person.managerId ?? '');
  const path = ofPerson(person.id);
  const patch = (body: unknown): void => void act({ method: 'PATCH', path, body });
  const others = people.filter(({ id }) => id !== person.id).sort(byName);
  return (
    <div className={styles.row} role="group" aria-label={t.person.directory}>
      <div className={styles.manager}>
        <Field label={t.person.manager} hint={t.person.managerLead}>
          <Select value={managerId} onChange={(_, data) => setManagerId(data.value)}>
            <option value="">{t.company.nobody}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Button
          disabled={pending || managerId === (person.managerId ?? '')}
          onClick={() => patch({ managerId: managerId === '' ? null : managerId })}
        >
          {t.person.save}
        </Button>
      </div>
      <Field hint={t.person.enabledLead}>
        <Switch
          label={t.person.enabled}
          checked={person.enabled}
          disabled={pending}
          onChange={(_, { checked }) => patch({ enabled: checked })}
        />
      </Field>
    </div>
  );
}
