/** Search in the company, and everybody found, by group. */
import { Caption1Strong, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Company, Tenant } from '../desk-api/desk-types.ts';
import { useTexts } from '../me.ts';
import type { View } from '../place/place.ts';
import { byName, groupOf, groups, search } from './people.ts';
import { PersonRow } from './PersonRow.tsx';

const useStyles = makeStyles({
  finder: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0 },
  box: { width: '100%', maxWidth: '100%' },
  list: { overflowY: 'auto', minHeight: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  rows: { listStyleType: 'none', margin: 0, padding: 0 },
  title: { display: 'block', margin: 0, padding: '4px 8px', color: tokens.colorNeutralForeground2 },
  count: { color: tokens.colorNeutralForeground3, padding: '0 8px' },
});

type PersonFinderProps = { company: Company; view: View; currentId?: string; onChoose?: () => void };

export function PersonFinder({ company, view, currentId, onChoose }: PersonFinderProps) {
  const styles = useStyles();
  const t = useTexts();
  const [words, setWords] = useState('');
  const found = company.tenants.map((tenant) => ({ ...tenant, people: search(tenant.people, words).sort(byName) }));
  const count = found.reduce((sum, { people }) => sum + people.length, 0);
  return (
    <div className={styles.finder}>
      <SearchBox
        className={styles.box}
        aria-label={t.person.search}
        placeholder={t.person.search}
        value={words}
        onChange={(_, data) => setWords(data.value)}
      />
      <Text size={200} className={styles.count} role="status">
        {count === 0 ? t.person.none : t.person.found(count)}
      </Text>
      <div className={styles.list}>
        {found.map((tenant) => (
          <TenantGroups
            key={tenant.id}
            tenant={tenant}
            named={company.tenants.length > 1}
            view={view}
            {...(currentId ? { currentId } : {})}
            {...(onChoose ? { onChoose } : {})}
          />
        ))}
      </div>
    </div>
  );
}

type TenantGroupsProps = { tenant: Tenant; named: boolean; view: View; currentId?: string; onChoose?: () => void };

function TenantGroups({ tenant, named, view, currentId, onChoose }: TenantGroupsProps) {
  const styles = useStyles();
  const t = useTexts();
  return groups.map((group) => {
    const people = tenant.people.filter((person) => groupOf(person) === group);
    if (people.length === 0) return null;
    const title = named ? `${tenant.name}: ${t.person[group]}` : t.person[group];
    return (
      <section key={group} aria-label={title}>
        <Caption1Strong as="h3" className={styles.title}>
          {title}
        </Caption1Strong>
        <ul className={styles.rows}>
          {people.map((person) => (
            <li key={person.id}>
              <PersonRow person={person} view={view} current={person.id === currentId} {...(onChoose ? { onChoose } : {})} />
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
