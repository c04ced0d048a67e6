/**
 * Where in an export each item of the policy table is, and who finds it in theirs. There is no second table: whether it is in anybody's export is
 * `exported` (../../rules/kept.ts), whether this person may read it now is the policy table. An item without a place does not compile.
 */
import type { Item, PolicyFacts, Relation } from '../../contract.ts';
import { exported } from '../../rules/kept.ts';
import { mayAccess, mayEver } from '../../rules/policy.ts';
import type { Exported, TalkExport } from '../contract.ts';

/** Members of a talk that hold an item. */
export const talkPlaces = [
  'facts',
  'agenda',
  'employeePreparation',
  'managerPreparation',
  'sharedNotes',
  'agreements',
  'goals',
  'record',
  'checkIns',
  'privateNotes',
  'heard',
  'accesses',
] as const satisfies (keyof TalkExport)[];
export type TalkPlace = (typeof talkPlaces)[number];
/** Members of the whole that hold an item, besides the talks. */
type OwnPlace = keyof Pick<Exported, 'wishes' | 'goals' | 'topics' | 'accessRequests'>;
export type Place = `talks.${TalkPlace}` | OwnPlace;

/** None for what is in nobody's export. */
export const placesOf: Record<Item, readonly Place[]> = {
  'preparation-draft': ['talks.employeePreparation'],
  preparation: ['talks.employeePreparation'],
  'manager-preparation': ['talks.managerPreparation'],
  'private-notes': ['talks.privateNotes'],
  'shared-notes': ['talks.sharedNotes'],
  agreements: ['talks.agreements'],
  statements: ['talks.record'],
  amendments: ['talks.record'],
  'agreement-status': ['talks.agreements'],
  goal: ['goals', 'talks.goals'],
  'goal-proposal': ['goals'],
  'goal-progress': ['goals'],
  agenda: ['talks.agenda'],
  'topic-draft': ['topics'],
  topic: ['topics'],
  'check-in': ['talks.checkIns'],
  talk: ['talks.facts'],
  parting: ['talks.facts'],
  passing: ['talks.facts'],
  'access-log': ['talks.accesses'],
  'access-request': ['accessRequests'],
  'access-bundle': [],
  template: [],
  cycle: [],
  wish: ['wishes'],
  'leaving-link': [],
  'felt-heard': [],
  'not-heard': ['talks.heard'],
  'weak-signs': [],
  insight: [],
};

/**
 * Where what is kept of a person without a word of the policy table is in their export, by collection; and why not, where it is in none. A test holds
 * the list complete. What is about talks alone is in their facts.
 */
export const factsAt: Record<string, keyof Exported | { apart: string }> = {
  people: 'person',
  reminderchoices: 'reminderChoices',
  reminders: 'reminders',
  holdings: 'talks',
  'chosen-meetings': { apart: 'names of Teams meetings, which their own calendars hold' },
  reaches: 'reach',
  absences: 'reach',
  // That there is one; its address in Teams is a means.
  chats: 'reach',
  cards: { apart: 'which of the reminders were put into that chat as cards' },
  reminderwatches: { apart: 'when Samtal next looks whether a reminder is due' },
  accessChains: { apart: 'where the access log of a talk begins and ends' },
  accessRefusals: 'refusedAccesses',
  mailboxes: { apart: 'how far Samtal has read their own calendar' },
};

/** As which of the two somebody reads who stands so; null: of nothing that is like this anything is theirs. */
export const sideOf: Record<Relation, 'employee' | 'manager' | null> = {
  employee: 'employee',
  manager: 'manager',
  'former-manager': 'manager',
  'new-manager': 'manager',
  'managers-manager': null,
  hr: null,
  'access-officer': null,
  other: null,
};

/** Row 13, "agreements": what an employee lets a new manager read may be taken back, and is not theirs to carry away. */
const isOnlyLent = (item: Item, relation: Relation): boolean =>
  relation === 'new-manager' && (item === 'preparation' || item === 'shared-notes');

/**
 * Row 13, "own everything": what an employee never shared is no page's to show once the talk has begun, but as long as it is kept it is theirs to have. Nobody
 * else has ever had a cell in that row.
 */
const isOwnLeft = (item: Item, relation: Relation): boolean => item === 'preparation-draft' && relation === 'employee';

/** Whether an item of a talk is in the export of somebody who stands so to it, as the talk is now. */
export function mayExport(item: Item, relation: Relation, facts: PolicyFacts): boolean {
  const side = sideOf[relation];
  if (side === null || isOnlyLent(item, relation) || !exported[item].includes(side)) return false;
  return isOwnLeft(item, relation) || mayAccess(item, 'read', relation, facts);
}

/** The same for what belongs to no talk: whose it is has been asked by its own rule. */
export function mayExportOwn(item: Item, side: 'employee' | 'manager'): boolean {
  return exported[item].includes(side) && mayEver(item, 'read', side);
}

/** The members of a talk that somebody who stands so finds in their export, as the talk is now. */
export function talkPlacesFor(relation: Relation, facts: PolicyFacts): TalkPlace[] {
  const items = Object.keys(placesOf) as Item[];
  return talkPlaces.filter((place) => items.some((item) => placesOf[item].includes(`talks.${place}`) && mayExport(item, relation, facts)));
}

/** Whether a member of the whole is theirs on this side. */
export function isOwnPlace(place: OwnPlace, side: 'employee' | 'manager'): boolean {
  return (Object.keys(placesOf) as Item[]).some((item) => placesOf[item].includes(place) && mayExportOwn(item, side));
}
