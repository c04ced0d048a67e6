/** An export as facts, and the pieces that it comes in: what the writers of files are given. */
import type { Piece } from '#api/privacy/export/rules/pieces.ts';
import type { Exported, TalkExport } from '#api/privacy/export/contract.ts';

const at = '2027-02-04T09:00:00.000Z';
const terms = { text: 'Två veckor på fartyget', owner: 'Erik Storm', due: '2027-06-30' };

export const anExportedTalk = (some: Partial<TalkExport> = {}): TalkExport => ({
  ...{ talkId: 'talk-1', as: 'employee' },
  facts: {
    ...{
      cycle: 'Våren',
      employee: 'Erik Storm',
      manager: 'Maja Lind',
      status: 'signed',
      lengthMinutes: 60,
      start: at,
      end: at,
      room: null,
    },
    ...{ prepareBy: at, startedAt: at, finishedAt: at, withdrawnAt: null, choice: null, nextCheckIn: '2027-03-01' },
    passedOn: [{ kind: 'shared-notes', reader: 'Henrik Falk', at, takenBackAt: at }],
    signatures: [{ side: 'employee', at }],
  },
  agenda: { minutes: [{ part: 'Framåt', minutes: 30 }], points: [{ text: 'Kråkbär', minutes: 5 }] },
  employeePreparation: { releasedAt: at, answers: [{ question: 'Vad är du stolt över?', chosen: ['Hav'], text: '**Kantarell**' }] },
  sharedNotes: {
    ...{ text: 'Nypon', formatted: [{ name: 'paragraph', pieces: [{ text: 'Nypon', bold: true }] }] },
    steps: [{ from: at, to: at, by: ['Maja Lind', 'Erik Storm'] }],
  },
  agreements: [{ ...terms, status: 'under-way', changed: true, steps: [{ at, by: 'Erik Storm', status: 'under-way', note: 'Odon' }] }],
  goals: [{ what: 'Vinbär', why: null, due: null, state: 'going-on' }],
  record: [{ kind: 'proposed', by: 'Erik Storm', at, text: 'Rönnbär', change: { before: terms, after: { ...terms, due: null } } }],
  privateNotes: { text: 'Hjortron', savedAt: at },
  accesses: [{ at, by: 'Maja Lind', item: 'preparation', act: 'read', channel: 'tab' }],
  heard: { answered: true, notHeardTold: false },
  ...some,
});

/** One that its manager gave away before it began. */
const aGivenAwayTalk: TalkExport = {
  ...{ talkId: 'talk-3', as: 'former-manager' },
  facts: { employee: 'Emil Sund', handedOverAt: at },
  accesses: [{ at, by: 'Maja Lind', item: 'agenda', act: 'read', channel: 'tab' }],
};

export const anExport = (some: Partial<Exported> = {}): Exported => ({
  ...{ format: 'samtal-export', version: 1, madeAt: at, language: 'sv' },
  person: {
    ...{ personId: 'erik', name: 'Erik Storm', mail: 'erik@samtal.example', jobTitle: 'Mätare', department: 'Hamn', office: 'Utö' },
    ...{ manager: 'Maja Lind', timeZone: 'Europe/Stockholm', isHr: false },
  },
  wishes: { weekly: [{ kind: 'blocked', weekday: 1, from: 480, to: 615 }], days: [{ from: '2027-02-08', to: '2027-02-10' }] },
  reminderChoices: { first: 'card', off: ['talk'], from: 450, to: 1050, weekdays: [1, 5], newsWaits: true },
  talks: [anExportedTalk(), { talkId: 'talk-2', as: 'former-manager', privateNotes: { text: 'Lingon', savedAt: at } }, aGivenAwayTalk],
  goals: [
    {
      ...{ employee: 'Erik Storm', what: 'Krusbär', why: 'Fläder', due: '2027-09-01', state: 'changed', visibility: 'team' },
      ...{ proposal: null, madeBy: 'Erik Storm', madeAt: at, sharedWith: 'Maja Lind' },
      steps: [{ at, by: 'Maja Lind', state: 'changed', note: 'Blåbär', before: { what: 'Björnbär', due: null } }],
    },
  ],
  topics: [{ employee: 'Erik Storm', by: 'Erik Storm', text: 'Hallon', madeAt: at, sharedAt: null, takenUpAt: null }],
  reach: { feedAt: at, chat: true, away: false, awayUntil: null, lookedAt: at },
  refusedAccesses: [{ item: 'shared-notes', act: 'read', channel: 'tab', count: 2, firstAt: at, lastAt: at }],
  accessRequests: [
    {
      ...{ concerns: 'me', employee: 'Erik Storm', askedBy: 'Hedda Nyman', askedAt: at, stands: 'closed' },
      ...{ answeredBy: 'Vera Strand', answeredAt: at, until: at, openings: 1 },
    },
  ],
  reminders: [{ kind: 'talk-booked', at, way: 'feed' }],
  ...some,
});

export async function* linesOf<T>(lines: readonly T[]): AsyncGenerator<T> {
  yield* lines;
}

/** In the order of the file. */
export async function* piecesOf(exported: Exported): AsyncGenerator<Piece> {
  for (const [member, value] of Object.entries(exported))
    yield (Array.isArray(value) ? { member, lines: linesOf(value as unknown[]) } : { member, value }) as Piece;
}

export async function wholeOf(text: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of text) whole += piece;
  return whole;
}
