/**
 * What the store keeps of people: for every collection what is in it, with whom it goes when somebody is erased, and what ends it; and in
 * whose export each item belongs (security.md, "Retention defaults" and row 13). A collection that is not named here cannot be added (test/structure/kept.test.ts).
 */
import type { Item, Relation } from '../contract.ts';

type Side = Extract<Relation, 'employee' | 'manager'>;

/** What ends something that is kept, by name; My data says each in people's words. */
export const endings = {
  'next-signed': 'the next talk of its kind is signed',
  'two-years-held': '24 months after the talk',
  settled: '24 months after both signed, when no agreement of the talk is open any more and nobody keeps private notes of it',
  'employee-left': '30 days after its employee has left: the directory has them no more',
  'person-left': '30 days after the person has left',
  'two-years': '24 months',
  'handed-over': '30 days after its manager handed the talk over',
  'never-shared': '30 days after the talk began, if it was never shared',
  'year-unchanged': '12 months after the talk has ended, or the time it was planned for has passed, and the last change',
  'taken-back': 'its employee takes it back',
  'ninety-days': '90 days after it was told',
  'three-days': '72 hours after a second person has approved the request',
} as const;
export type EndingName = keyof typeof endings;

/** `by`: the file that ends it; null where nothing does yet. */
export type Ending = { when: EndingName; by: string | null };

export type Kept = {
  /** Items of the policy table that are in it; none where it only says how things stand. */
  words: Item[];
  /** With whom it is erased: the employee of its talk, the person it is about, or nobody, as it leads to nobody. */
  goesWith: 'employee' | 'person' | 'nobody';
  ends: Ending[];
};

const erasing = 'api/talk/retention/erase-due.ts';
const leaving = 'api/privacy/erasure/erase-next.ts';
const auditing = 'api/privacy/access-log/erase-accesses.ts';
const untilNext: Ending[] = [
  { when: 'next-signed', by: leaving },
  { when: 'two-years-held', by: leaving },
];
const agreed: Ending = { when: 'settled', by: leaving };
const employed: Ending = { when: 'employee-left', by: leaving };
const here: Ending = { when: 'person-left', by: leaving };
const audited: Ending = { when: 'two-years', by: null };
const former: Ending = { when: 'handed-over', by: erasing };

/** What is in a talk's own documents and says no word of its content. */
const facts: Kept = { words: [], goesWith: 'employee', ends: [agreed, employed] };
/** What one has chosen for oneself, and how one is reached. */
const own: Kept = { words: [], goesWith: 'person', ends: [here] };
/** Means of working, which tell of nobody. */
const means: Kept = { words: [], goesWith: 'nobody', ends: [] };

/** By the collection's name. */
export const kept: Record<string, Kept> = {
  // Of a talk.
  talks: {
    ...facts,
    words: ['talk', 'parting', 'passing', 'shared-notes', 'agreements', 'goal', 'statements', 'amendments'],
    ends: [agreed, employed],
  },
  preparations: {
    words: ['preparation-draft', 'preparation', 'manager-preparation'],
    goesWith: 'employee',
    ends: [{ when: 'never-shared', by: erasing }, former, ...untilNext, employed],
  },
  privateNotes: {
    words: ['private-notes'],
    goesWith: 'person',
    ends: [{ when: 'year-unchanged', by: erasing }, former, here, employed],
  },
  sharedNotes: { words: ['shared-notes'], goesWith: 'employee', ends: [...untilNext, employed] },
  noteHistory: { words: ['shared-notes'], goesWith: 'employee', ends: [...untilNext, employed] },
  agreements: { words: ['agreements'], goesWith: 'employee', ends: [agreed, employed] },
  followUps: { words: ['agreement-status'], goesWith: 'employee', ends: [agreed, employed] },
  checkIns: { words: ['check-in'], goesWith: 'employee', ends: [agreed, employed] },
  agendas: { words: ['agenda'], goesWith: 'employee', ends: [...untilNext, employed] },
  holdings: facts,
  'chosen-meetings': facts,
  // Who opened what of a talk, and where that log begins and ends; and what somebody asked for and was not given.
  accesses: { words: ['access-log'], goesWith: 'employee', ends: [{ when: 'two-years', by: auditing }, agreed, employed] },
  accessChains: facts,
  accessRefusals: { ...own, ends: [{ when: 'two-years', by: auditing }, here] },
  // That somebody had what is written about a person opened by law, who, when and of which talks; why, only until it ends. And the copy that was opened.
  accessRequests: {
    words: ['access-request'],
    goesWith: 'person',
    ends: [{ when: 'two-years', by: 'api/privacy/access-request/erase-requests.ts' }, here],
  },
  accessBundles: {
    words: ['access-bundle'],
    goesWith: 'person',
    ends: [{ when: 'three-days', by: 'api/privacy/access-bundle/carry-out-request.ts' }, here],
  },
  // Of two people, with or without a talk.
  topics: { words: ['topic-draft', 'topic'], goesWith: 'employee', ends: [employed] },
  goals: { words: ['goal', 'goal-proposal', 'goal-progress'], goesWith: 'employee', ends: [employed] },
  // Of one person.
  people: own,
  wishes: { ...own, words: ['wish'] },
  reminderchoices: own,
  // That there is one, and how often it was used; the link itself is not there.
  leavingLinks: { ...own, words: ['leaving-link'] },
  reaches: own,
  absences: own,
  chats: own,
  cards: own,
  reminders: { ...own, ends: [audited, agreed, here] },
  reminderwatches: facts,
  mailboxes: own,
  // How talks felt: counts without a name, marks that nobody can read backwards, and what an employee had told, by the talk alone.
  heardCounts: { ...means, words: ['felt-heard'] },
  heardMarks: { ...means, words: ['felt-heard'] },
  heardTold: {
    words: ['not-heard'],
    goesWith: 'employee',
    ends: [
      { when: 'taken-back', by: 'api/insight/heard/store.ts' },
      { when: 'ninety-days', by: 'api/insight/heard/erase-told.ts' },
      agreed,
      employed,
    ],
  },
  // Of HR: who is in a cycle, and when.
  cycles: { words: ['cycle'], goesWith: 'employee', ends: [audited, employed] },
  remindersignings: { words: ['cycle'], goesWith: 'person', ends: [audited, here] },
  replans: { words: ['cycle'], goesWith: 'employee', ends: [audited, employed] },
  comparisons: means,
  directories: means,
  dataKeys: { ...means, ends: [{ when: 'year-unchanged', by: erasing }, former, employed] },
  // What was erased, by ids that lead to nobody any more.
  erasures: { ...means, ends: [{ when: 'two-years', by: 'api/privacy/erasure/find-erasures.ts' }] },
  turns: means,
  instances: means,
};

/** Items of the policy table that are found out anew each time, or are the same for everybody: no collection holds them. */
export const keptNowhere: readonly Item[] = ['template', 'weak-signs', 'insight'];

/** In whose export an item is (export/rules/places.ts says where): of private notes, drafts and wishes only one's own, whoever of the two one is. */
export const exported: Record<Item, Side[]> = {
  'preparation-draft': ['employee'],
  preparation: ['employee', 'manager'],
  'manager-preparation': ['employee', 'manager'],
  'private-notes': ['employee', 'manager'],
  'shared-notes': ['employee', 'manager'],
  agreements: ['employee', 'manager'],
  statements: ['employee', 'manager'],
  amendments: ['employee', 'manager'],
  'agreement-status': ['employee', 'manager'],
  goal: ['employee', 'manager'],
  'goal-proposal': ['employee', 'manager'],
  'goal-progress': ['employee', 'manager'],
  agenda: ['employee', 'manager'],
  'topic-draft': ['employee', 'manager'],
  topic: ['employee', 'manager'],
  'check-in': ['employee', 'manager'],
  talk: ['employee', 'manager'],
  parting: ['employee', 'manager'],
  passing: ['employee'],
  'access-log': ['employee', 'manager'],
  'access-request': ['employee', 'manager'],
  // A copy of what is in other exports, handed over outside Samtal.
  'access-bundle': [],
  wish: ['employee', 'manager'],
  'not-heard': ['employee', 'manager'],
  // Counted, found out anew, or about nobody in particular.
  'felt-heard': [],
  // A means to have this very file later.
  'leaving-link': [],
  'weak-signs': [],
  template: [],
  cycle: [],
  insight: [],
};
