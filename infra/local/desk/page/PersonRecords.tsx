/** What lies in a person's calendar, feed and mailbox, as plain lists; and the token that Teams would give the app. */
import { Button, Field, makeStyles, Tab, TabList, Text, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ofPerson } from '../../m365/host/desk-api/desk-call.ts';
import type { Person } from '../../m365/host/desk-api/desk-types.ts';
import { useCalendar, useCompany, useFeed, useMails } from '../../m365/host/desk-api/use-desk.ts';
import { zoneOf } from '../../m365/host/time/zone.ts';
import { readClaims } from './read-claims.ts';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  column: { display: 'flex', flexDirection: 'column', gap: '12px', alignItems: 'flex-start' },
  wide: { width: '100%' },
  claims: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

type Kind = 'calendar' | 'feed' | 'mails' | 'token';
const kinds: Kind[] = ['calendar', 'feed', 'mails', 'token'];

export function PersonRecords({ person }: { person: Person }) {
  const t = useDeskTexts().person;
  const [kind, setKind] = useState<Kind>('calendar');
  return (
    <>
      <TabList aria-label={t.records} selectedValue={kind} onTabSelect={(_, { value }) => setKind(value as Kind)}>
        {kinds.map((one) => (
          <Tab key={one} value={one}>
            {t[one]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-label={t[kind]}>
        {kind === 'calendar' && <Calendar person={person} />}
        {kind === 'feed' && <Feed person={person} />}
        {kind === 'mails' && <Mails person={person} />}
        {kind === 'token' && <Token person={person} />}
      </div>
    </>
  );
}

type Row = { id: string; main: string; below: string };

function Rows({ rows, name }: { rows: Row[] | undefined; name: string }) {
  const styles = useStyles();
  const t = useDeskTexts().person;
  if (rows?.length === 0) return <Text className={styles.quiet}>{t.empty}</Text>;
  return (
    <ul className={styles.list} aria-label={name}>
      {rows?.map(({ id, main, below }) => (
        <li key={id} className={styles.item}>
          <Text weight="semibold">{main}</Text>
          <Text size={200} className={styles.quiet}>
            {below}
          </Text>
        </li>
      ))}
    </ul>
  );
}

const days = 24 * 3600_000;

function Calendar({ person }: { person: Person }) {
  const t = useDeskTexts().person;
  const times = useDeskTimes(zoneOf(person.timeZone, person.locale));
  const company = useCompany();
  const today = Math.floor(Date.parse(company.data?.now ?? '') / days) * days;
  const at = (distance: number): string => new Date((Number.isNaN(today) ? 0 : today) + distance * days).toISOString();
  const calendar = useCalendar(person.id, at(-28), at(84));
  const rows = calendar.data?.map((event) => ({
    id: event.id,
    main: event.subject,
    below: [
      times.span(event.start, event.end),
      event.showAs,
      event.response,
      event.isCancelled && 'cancelled',
      event.isPrivate && 'private',
      event.meeting?.chatId,
      ...event.attendees.map(({ name, response }) => `${name}: ${response}`),
    ]
      .filter(Boolean)
      .join(' · '),
  }));
  return (
    <>
      <Text size={200}>{t.weeks}</Text>
      <Rows rows={rows} name={t.calendar} />
    </>
  );
}

function Feed({ person }: { person: Person }) {
  const t = useDeskTexts().person;
  const times = useDeskTimes(zoneOf(person.timeZone, person.locale));
  const rows = useFeed(person.id).data?.map(({ id, type, text, preview, link, at, readAt }) => ({
    id,
    main: text,
    below: [`${times.day(at)}, ${times.clock(at)}`, readAt === null ? t.unread : t.read, type, preview, link].filter(Boolean).join(' · '),
  }));
  return <Rows rows={rows} name={t.feed} />;
}

function Mails({ person }: { person: Person }) {
  const t = useDeskTexts().person;
  const times = useDeskTimes(zoneOf(person.timeZone, person.locale));
  const rows = useMails(person.id).data?.map(({ id, folder, from, to, subject, at, readAt }) => ({
    id,
    main: subject,
    below: [
      `${times.day(at)}, ${times.clock(at)}`,
      folder,
      readAt === null ? t.unread : t.read,
      `${from.address} → ${to.map(({ address }) => address).join(', ')}`,
    ].join(' · '),
  }));
  return <Rows rows={rows} name={t.mails} />;
}

function Token({ person }: { person: Person }) {
  const styles = useStyles();
  const t = useDeskTexts().person;
  const times = useDeskTimes(zoneOf(person.timeZone, person.locale));
  const [issued, setIssued] = useState<{ token: string; expiresAt: string } | null>(null);
  const { act, pending } = useDeskAct<{ token: string; expiresAt: string }>([]);
  return (
    <div className={styles.column}>
      <Button disabled={pending} onClick={() => void act({ path: ofPerson(person.id, 'token'), body: {} }).then(setIssued)}>
        {t.tokenGet}
      </Button>
      {issued && (
        <>
          <Text>{t.tokenUntil(`${times.day(issued.expiresAt)}, ${times.clock(issued.expiresAt)}`)}</Text>
          <Field label={t.tokenLabel} className={styles.wide}>
            <Textarea readOnly rows={5} value={issued.token} />
          </Field>
          <Field label={t.claims} className={styles.wide}>
            <pre className={styles.claims}>{readClaims(issued.token)}</pre>
          </Field>
        </>
      )}
    </div>
  );
}
