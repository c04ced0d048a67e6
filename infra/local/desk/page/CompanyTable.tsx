/** Everybody, as the directory has them. A name opens the person. */
import {
  Badge,
  makeStyles,
  mergeClasses,
  SearchBox,
  Subtitle2,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Company, Person } from '../../m365/host/desk-api/desk-types.ts';
import { search } from '../../m365/host/person/people.ts';
import { PlaceLink } from '../../m365/host/ui/PlaceLink.tsx';
import { useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  scroll: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { minWidth: '1160px' },
  title: { margin: 0 },
  domain: { display: 'block', color: tokens.colorNeutralForeground2 },
  wide: { width: '290px' },
  id: { fontSize: tokens.fontSizeBase200, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  link: { color: tokens.colorBrandForegroundLink },
  marks: { display: 'flex', gap: '4px', flexWrap: 'wrap' },
});

export function CompanyTable({ company }: { company: Company }) {
  const styles = useStyles();
  const t = useDeskTexts().company;
  const [words, setWords] = useState('');
  return (
    <div className={styles.column}>
      <SearchBox aria-label={t.filter} placeholder={t.filter} value={words} onChange={(_, data) => setWords(data.value)} />
      {company.tenants.map((tenant) => {
        const found = search(tenant.people, words);
        return (
          <section key={tenant.id} className={styles.column} aria-label={tenant.name}>
            <div>
              <Subtitle2 as="h2" className={styles.title}>
                {tenant.name}
              </Subtitle2>
              <Text size={200} className={styles.domain}>
                {tenant.domain} · {tenant.id} · {t.count(found.length)}
              </Text>
            </div>
            <PeopleTable tenantName={tenant.name} found={found} people={tenant.people} />
          </section>
        );
      })}
    </div>
  );
}

function PeopleTable({ tenantName, found, people }: { tenantName: string; found: Person[]; people: Person[] }) {
  const styles = useStyles();
  const t = useDeskTexts().company;
  const nameOf = (id: string | null): string => people.find((person) => person.id === id)?.name ?? '';
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={tenantName}>
      <Table size="small" className={styles.table} aria-label={tenantName}>
        <TableHeader>
          <TableRow>
            {[t.name, t.title, t.department, t.manager, t.roles, t.state].map((name) => (
              <TableHeaderCell key={name}>{name}</TableHeaderCell>
            ))}
            <TableHeaderCell className={styles.wide}>{t.id}</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {found.map((person) => (
            <TableRow key={person.id}>
              <TableCell>
                <PlaceLink to={{ view: 'desk', id: person.id }} className={styles.link}>
                  {person.name}
                </PlaceLink>
              </TableCell>
              <TableCell>{person.jobTitle}</TableCell>
              <TableCell>{person.department}</TableCell>
              <TableCell>{nameOf(person.managerId)}</TableCell>
              <TableCell>{person.roles.join(', ')}</TableCell>
              <TableCell>
                <State person={person} />
              </TableCell>
              <TableCell className={mergeClasses(styles.id, styles.wide)}>{person.id}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function State({ person }: { person: Person }) {
  const styles = useStyles();
  const t = useDeskTexts().company;
  return (
    <span className={styles.marks}>
      {!person.enabled && <Badge color="danger">{t.disabled}</Badge>}
      {!person.hasMailbox && <Badge appearance="tint">{t.noMailbox}</Badge>}
      {!person.hasApp && <Badge appearance="tint">{t.noApp}</Badge>}
    </span>
  );
}
