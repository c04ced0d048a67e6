/** The first thing a newcomer sees: a few people to be, with what each can try, and everybody else below. */
import { Body1, LargeTitle, makeStyles, mergeClasses, Subtitle1, Text, Title3, tokens } from '@fluentui/react-components';
import type { Company, Person } from '../desk-api/desk-types.ts';
import { useTexts } from '../me.ts';
import { PersonFinder } from '../person/PersonFinder.tsx';
import { PersonRow } from '../person/PersonRow.tsx';
import { suggest } from '../person/people.ts';
import { usePlace } from '../place/use-place.ts';
import { Mark } from '../ui/Mark.tsx';
import { SettingsMenu } from './SettingsMenu.tsx';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 16px' },
  grow: { flexGrow: 1 },
  main: {
    maxWidth: '980px',
    margin: '0 auto',
    padding: '24px 16px 48px',
    display: 'flex',
    flexDirection: 'column',
    gap: '32px',
    boxSizing: 'border-box',
  },
  hero: { display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { margin: 0, textWrap: 'balance' },
  question: { fontSize: 'clamp(28px, 7vw, 40px)', lineHeight: 1.25 },
  lead: { color: tokens.colorNeutralForeground2, maxWidth: '620px', margin: 0 },
  columns: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', gap: '20px', alignItems: 'start' },
  column: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  columnTitle: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2, minHeight: '40px' },
  everyone: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    padding: '16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
});

export function Welcome({ company }: { company: Company }) {
  const styles = useStyles();
  const t = useTexts();
  const { personId } = usePlace();
  const people = company.tenants.flatMap((tenant) => tenant.people);
  const some = suggest(people);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <Text weight="semibold">{t.product}</Text>
        <span className={styles.grow} />
        <SettingsMenu personId="" />
      </header>
      <main className={styles.main}>
        <div className={styles.hero}>
          <LargeTitle as="h1" className={mergeClasses(styles.title, styles.question)}>
            {t.person.choose}
          </LargeTitle>
          <Body1 as="p" className={styles.lead}>
            {personId === null ? t.person.chooseLead : t.person.gone}
          </Body1>
        </div>
        <div className={styles.columns}>
          <Column title={t.person.hr} text={t.person.hrTry} people={some.hr} all={people} />
          <Column title={t.person.managers} text={t.person.managerTry} people={some.managers} all={people} />
          <Column title={t.person.employees} text={t.person.employeeTry} people={some.employees} all={people} />
        </div>
        <section className={styles.everyone} aria-labelledby="everyone">
          <Title3 as="h2" id="everyone" className={styles.title}>
            {t.person.everyone}
          </Title3>
          <PersonFinder company={company} view="app" />
        </section>
      </main>
    </div>
  );
}

function Column({ title, text, people, all }: { title: string; text: string; people: Person[]; all: Person[] }) {
  const styles = useStyles();
  const t = useTexts();
  if (people.length === 0) return null;
  const note = (person: Person): string | undefined => {
    const manager = all.find(({ id }) => id === person.managerId);
    if (person.isManager) return t.person.leads(all.filter(({ managerId, enabled }) => enabled && managerId === person.id).length);
    return manager && t.person.reportsTo(manager.name);
  };
  return (
    <section className={styles.column} aria-label={title}>
      <Subtitle1 as="h2" className={styles.columnTitle}>
        {title}
      </Subtitle1>
      <Text className={styles.quiet}>{text}</Text>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} view="app" look="card" note={note(person)} />
      ))}
    </section>
  );
}
