/** A local Microsoft 365 for the tests beside these files: a tenant with a handful of people, a registration, calls to the desk. Holds no checks. */
import { fileURLToPath } from 'node:url';
import type { Company, CompanyPerson } from './core/company-type.ts';
import type { AppRegistration } from './core/world.ts';
import { startM365, type M365 } from './start.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const mailbox = {
  locale: 'sv-SE',
  timeZone: 'W. Europe Standard Time',
  workingHours: { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const, from: '08:00', to: '17:00' },
};

export const givenApp: AppRegistration = {
  clientId: '0b1c2d3e-4f50-4a61-8b72-9c83ad94be05',
  clientSecret: 'the-secret-of-the-app',
  appIdUri: 'api://localhost/0b1c2d3e-4f50-4a61-8b72-9c83ad94be05',
  teamsAppId: '1c2d3e4f-5061-4b72-8c83-ad94be05cf16',
  manifestDir: `${root}appPackage`,
  permissionsFile: `${root}infra/entra/permissions.json`,
  tabUrl: 'http://localhost:5001',
  botUrl: 'http://127.0.0.1:9/api/messages',
  spaRedirectUris: ['http://localhost:5001/sign-in'],
};

export const tenantId = '2d3e4f50-6172-4c83-8d94-be05cf16d027';
export const otherTenantId = '3e4f5061-7283-4d94-8e05-cf16d027e138';

const person = (id: string, givenName: string, more: Partial<CompanyPerson> = {}): CompanyPerson => ({
  id,
  givenName,
  surname: 'Berg',
  alias: givenName.toLowerCase(),
  jobTitle: 'Baker',
  department: 'Bakery',
  office: 'Lund',
  managerId: null,
  appRoles: [],
  enabled: true,
  hasApp: true,
  mailbox: { ...mailbox, workingHours: { ...mailbox.workingHours, days: [...mailbox.workingHours.days] } },
  events: [],
  ...more,
});

export const ada = '00000000-0000-4000-8000-00000000000a';
export const bo = '00000000-0000-4000-8000-00000000000b';
export const cy = '00000000-0000-4000-8000-00000000000c';
/** Left the company. */
export const dan = '00000000-0000-4000-8000-00000000000d';

/** Ada manages Bo and Cy; she has two meetings in the week of 7 December 2026, one of them in Teams with Bo. */
export const bakery: Company = {
  tenant: { id: tenantId, name: 'The bakery', domain: 'bakery.example' },
  people: [
    person(ada, 'Ada', {
      appRoles: ['Samtal.HR'],
      hasPhoto: true,
      events: [
        {
          subject: 'Flour',
          start: '2026-12-07T09:00',
          end: '2026-12-07T10:00',
          showAs: 'busy',
          isOnlineMeeting: true,
          attendeeIds: [bo],
        },
        { subject: 'Dentist', start: '2026-12-08T13:00', end: '2026-12-08T14:00', showAs: 'oof', isPrivate: true },
      ],
    }),
    person(bo, 'Bo', { managerId: ada }),
    person(cy, 'Cy', { managerId: ada, hasApp: false }),
    person(dan, 'Dan', { enabled: false, mailbox: null, hasApp: false }),
  ],
};
export const mill: Company = {
  tenant: { id: otherTenantId, name: 'The mill', domain: 'mill.example' },
  people: [person('00000000-0000-4000-8000-00000000000e', 'Eve')],
};

export type DeskAnswer<T> = { status: number; body: T };
export type GivenM365 = M365 & {
  /** Calls the desk; `path` follows /desk/api/. */
  desk<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<DeskAnswer<T>>;
  /** The SSO token of a person, or one made wrong on purpose. */
  token(personId: string, wanted?: object): Promise<string>;
};

export async function givenM365(change: { dir?: string; app?: Partial<AppRegistration> } = {}): Promise<GivenM365> {
  const { dir, app } = change;
  const m365 = await startM365({ ...(dir === undefined ? {} : { dir }), port: 0, app: { ...givenApp, ...app } });
  await m365.load(bakery);
  await m365.load(mill);
  const desk = async <T>(method: string, path: string, body?: unknown): Promise<DeskAnswer<T>> => {
    const sent = body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    const answer = await fetch(`${m365.url}/desk/api/${path}`, { method, ...sent });
    return { status: answer.status, body: (await answer.json()) as T };
  };
  const token = async (personId: string, wanted: object = {}): Promise<string> => {
    const { status, body } = await desk<{ token: string }>('POST', `people/${personId}/token`, wanted);
    if (status !== 200) throw new Error(`The desk answered ${status}: ${JSON.stringify(body)}`);
    return body.token;
  };
  return { ...m365, desk, token };
}
