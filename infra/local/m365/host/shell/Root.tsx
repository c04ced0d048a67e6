/** Decides what the address asks for: choosing a person, the shell with a view, a meeting's window, or the desk. Sets theme and language. */
import { FluentProvider } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useCompany } from '../desk-api/use-desk.ts';
import type { Company, Person, Tenant } from '../desk-api/desk-types.ts';
import { MeProvider, TextsProvider, type Language, type Me } from '../me.ts';
import { MeetingWindow } from '../meeting/MeetingWindow.tsx';
import { usePlace } from '../place/use-place.ts';
import { useSettings, type Settings } from '../settings.ts';
import type { Host } from '../teams-js/abilities.ts';
import type { Theme } from '../teams-js/context.ts';
import { en } from '../texts/en.ts';
import { sv } from '../texts/sv.ts';
import { zoneOf } from '../time/zone.ts';
import { Loading, Wrong } from '../ui/States.tsx';
import { Chosen } from './Chosen.tsx';
import { lookOf } from './host-look.ts';
import { Welcome } from './Welcome.tsx';

const DeskPage = lazy(async () => ({ default: (await import('../../../desk/page/DeskPage.tsx')).DeskPage }));

const texts = { sv, en };

export function Root() {
  const place = usePlace();
  const settings = useSettings();
  const company = useCompany();
  const found = company.data && place.personId !== null ? findPerson(company.data, place.personId) : null;
  const language = languageOf(found?.person ?? null, settings);
  return (
    <Look host={place.host} theme={settings.theme} language={language}>
      {company.data ? (
        <Shown company={company.data} found={found} language={language} />
      ) : company.isPending ? (
        <Loading />
      ) : (
        <Wrong error={company.error} onRetry={() => void company.refetch()} />
      )}
    </Look>
  );
}

type Found = { person: Person; tenant: Tenant };

function Shown({ company, found, language }: { company: Company; found: Found | null; language: Language }) {
  const place = usePlace();
  if (place.view === 'desk')
    return (
      <Suspense fallback={<Loading />}>
        <DeskPage company={company} language={language} />
      </Suspense>
    );
  if (!found) return <Welcome company={company} />;
  return (
    <MeProvider value={meOf(company, found, language)}>
      {place.view === 'meeting' && place.id !== null ? (
        <MeetingWindow key={`${found.person.id} ${place.id}`} chatId={place.id} />
      ) : (
        <Chosen company={company} />
      )}
    </MeProvider>
  );
}

type LookProps = { host: Host; theme: Theme; language: Language; children: ReactNode };

function Look({ host, theme, language, children }: LookProps) {
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [language, theme]);
  return (
    <FluentProvider theme={lookOf(host, theme)} style={{ height: '100%' }}>
      <TextsProvider value={texts[language]}>{children}</TextsProvider>
    </FluentProvider>
  );
}

function findPerson({ tenants }: Company, id: string): Found | null {
  for (const tenant of tenants) {
    const person = tenant.people.find((one) => one.id === id);
    if (person) return { person, tenant };
  }
  return null;
}

function languageOf(person: Person | null, settings: Settings): Language {
  const chosen = settings.languages[person?.id ?? ''] ?? 'own';
  if (chosen !== 'own') return chosen;
  return (person?.locale ?? navigator.language).toLowerCase().startsWith('sv') ? 'sv' : 'en';
}

function meOf({ app }: Company, { person, tenant }: Found, language: Language): Me {
  const own = person.locale ?? '';
  const locale = own.startsWith(language) ? own : language === 'sv' ? 'sv-SE' : 'en-GB';
  return { person, tenant, app, language, locale, zone: zoneOf(person.timeZone, person.locale) };
}
