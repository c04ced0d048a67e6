/** The desk: looks inside the local Microsoft 365, and moves its clock and its health. Everything shown is read from /desk/api. */
import { Body1, Button, makeStyles, Tab, TabList, Title3, tokens } from '@fluentui/react-components';
import { GlobeRegular, PeopleRegular } from '@fluentui/react-icons';
import type { Company } from '../../m365/host/desk-api/desk-types.ts';
import { useChanges } from '../../m365/host/desk-api/changes.ts';
import type { Language } from '../../m365/host/me.ts';
import { go, usePlace } from '../../m365/host/place/use-place.ts';
import { SettingsMenu } from '../../m365/host/shell/SettingsMenu.tsx';
import { Mark } from '../../m365/host/ui/Mark.tsx';
import { Notices } from '../../m365/host/ui/Notices.tsx';
import { AppCallsPanel } from './AppCallsPanel.tsx';
import { CallsPanel } from './CallsPanel.tsx';
import { ClockPanel } from './ClockPanel.tsx';
import { CompanyTable } from './CompanyTable.tsx';
import { FaultsPanel } from './FaultsPanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { SubscriptionsPanel } from './SubscriptionsPanel.tsx';
import { LanguageProvider, useDeskTexts } from './use-desk-page.ts';

const useStyles = makeStyles({
  page: { height: '100%', overflowY: 'auto', backgroundColor: tokens.colorNeutralBackground2 },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 16px', flexWrap: 'wrap' },
  grow: { flexGrow: 1 },
  title: { margin: 0 },
  sections: { flexWrap: 'wrap' },
  main: { maxWidth: '1200px', margin: '0 auto', padding: '0 16px 48px', display: 'flex', flexDirection: 'column', gap: '16px' },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '720px' },
});

type Section = 'company' | 'clock' | 'faults' | 'calls' | 'subscriptions' | 'app';
const sections: Section[] = ['company', 'clock', 'faults', 'calls', 'subscriptions', 'app'];

export function DeskPage({ company, language }: { company: Company; language: Language }) {
  return (
    <LanguageProvider value={language}>
      <Desk company={company} />
      <Notices />
    </LanguageProvider>
  );
}

function Desk({ company }: { company: Company }) {
  const styles = useStyles();
  const t = useDeskTexts();
  const { id, at } = usePlace();
  const section = sections.find((one) => one === at) ?? 'company';
  useChanges(id ?? 'nobody');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Mark />
        <Title3 as="h1" className={styles.title}>
          {t.title}
        </Title3>
        <span className={styles.grow} />
        <Button as="a" appearance="subtle" icon={<GlobeRegular />} href={company.app.tabUrl} target="_blank" rel="noreferrer">
          {t.inBrowser(company.app.name)}
        </Button>
        <Button as="a" appearance="subtle" icon={<PeopleRegular />} href="/">
          {t.home}
        </Button>
        <SettingsMenu personId="" />
      </header>
      <main className={styles.main}>
        <Body1 as="p" className={styles.lead}>
          {t.lead}
        </Body1>
        <TabList
          className={styles.sections}
          aria-label={t.sections.label}
          selectedValue={section}
          onTabSelect={(_, { value }) => go({ view: 'desk', at: value === 'company' ? null : String(value) })}
        >
          {sections.map((one) => (
            <Tab key={one} value={one}>
              {t.sections[one]}
            </Tab>
          ))}
        </TabList>
        <div role="tabpanel" aria-label={t.sections[section]}>
          <Shown section={section} company={company} personId={id} />
        </div>
      </main>
    </div>
  );
}

function Shown({ section, company, personId }: { section: Section; company: Company; personId: string | null }) {
  if (section === 'clock') return <ClockPanel />;
  if (section === 'faults') return <FaultsPanel />;
  if (section === 'calls') return <CallsPanel />;
  if (section === 'subscriptions') return <SubscriptionsPanel />;
  if (section === 'app') return <AppCallsPanel />;
  const people = company.tenants.flatMap((tenant) => tenant.people);
  const person = people.find(({ id }) => id === personId);
  return person ? <PersonPanel key={person.id} person={person} people={people} /> : <CompanyTable company={company} />;
}
