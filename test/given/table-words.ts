/** What is typed into each item of the policy table to be looked for on every channel, and who may find it by the table. Types and asks nothing itself. */
import type { Item, Relation } from '#api/privacy/contract.ts';
import { exported } from '#api/privacy/rules/kept.ts';
import type { Talk } from '#api/talk/contract.ts';

/** A word for each item, typed by its author; no two share a part that could be found in the other. */
export const words = {
  answerOfErik: 'Kantarell',
  answerOfMaja: 'Tranbär',
  privateOfErik: 'Hjortron',
  privateOfMaja: 'Lingon',
  shared: 'Nypon',
  agreed: 'Slånbär',
  objected: 'Havtorn',
  suggested: 'Rönnbär',
  noted: 'Odon',
  agenda: 'Kråkbär',
  topicOfErik: 'Smultron',
  topicOfMaja: 'Blåbär',
  topicOfBoth: 'Hallon',
  checkIn: 'Oxelbär',
  goal: 'Vinbär',
  goalOfTeam: 'Krusbär',
  goalProposed: 'Björnbär',
  goalNoted: 'Fläder',
};

/** Under which words each item is looked for; none for what holds no word of what people write to each other. A new item must be named. */
export const wordsOf: Record<Item, (keyof typeof words)[]> = {
  'preparation-draft': ['answerOfErik'],
  preparation: ['answerOfErik'],
  'manager-preparation': ['answerOfMaja'],
  'private-notes': ['privateOfErik', 'privateOfMaja'],
  'shared-notes': ['shared'],
  agreements: ['agreed'],
  statements: ['objected'],
  amendments: ['suggested'],
  'agreement-status': ['noted'],
  goal: ['goal', 'goalOfTeam'],
  'goal-proposal': ['goalProposed'],
  'goal-progress': ['goalNoted'],
  agenda: ['agenda'],
  'topic-draft': ['topicOfErik', 'topicOfMaja'],
  topic: ['topicOfBoth'],
  'check-in': ['checkIn'],
  'access-log': [],
  'access-request': [],
  // A copy of what is under other words, for whoever asks for it: the story is test/stories/access-request.test.ts.
  'access-bundle': [],
  talk: [],
  parting: [],
  passing: [],
  template: [],
  cycle: [],
  wish: [],
  'leaving-link': [],
  'felt-heard': [],
  'not-heard': [],
  'weak-signs': [],
  insight: [],
};

export type Written = Record<'objected' | 'suggested' | 'noted' | 'checkIn' | 'goalNoted', boolean>;
type Now = {
  talk: Pick<Talk, 'employeeReleasedAt' | 'startedAt'>;
  /** What is there to be found by now. */
  written: Written;
  /** Whether the table lets the reader read an item as the talk is now. */
  may: (item: Item) => boolean;
};

/** Whether the table lets somebody standing so read what is under each word. */
export const readableBy = (relation: Relation, { talk, written, may }: Now): Record<keyof typeof words, boolean> => ({
  answerOfErik: may(talk.employeeReleasedAt ? 'preparation' : 'preparation-draft'),
  answerOfMaja: may('manager-preparation'),
  privateOfErik: relation === 'employee' && may('private-notes'),
  privateOfMaja: ['manager', 'former-manager'].includes(relation) && may('private-notes'),
  shared: talk.startedAt !== null && may('shared-notes'),
  agreed: talk.startedAt !== null && may('agreements'),
  objected: written.objected && may('statements'),
  suggested: written.suggested && may('amendments'),
  // HR's cell of this row is for counts.
  noted: written.noted && relation !== 'hr' && may('agreement-status'),
  agenda: may('agenda'),
  // Each relation reaches only its own drafts (api/checkin/rules.ts).
  topicOfErik: relation === 'employee' && may('topic-draft'),
  topicOfMaja: relation === 'manager' && may('topic-draft'),
  topicOfBoth: may('topic'),
  checkIn: written.checkIn && may('check-in'),
  // HR's cell of this row is for counts; a manager's manager reads what is marked (api/development/goal/rules.ts).
  goal: ['employee', 'manager'].includes(relation) && may('goal'),
  goalOfTeam: relation !== 'hr' && may('goal'),
  goalProposed: may('goal-proposal'),
  goalNoted: written.goalNoted && may('goal-progress'),
});

/**
 * Whether a word is in the export of somebody who stands so (security.md, row 13): what they may read of a talk that is or was theirs. A manager's
 * manager, HR and everybody else read some of it, or nothing; theirs is none of it.
 */
export function exportedTo(relation: Relation, now: Now): Record<keyof typeof words, boolean> {
  const side = relation === 'employee' ? relation : ['manager', 'former-manager', 'new-manager'].includes(relation) ? 'manager' : null;
  // Row 13 names agreements alone for a new manager: what the employee passes on is theirs to read, not to carry away.
  const isLent = (item: Item): boolean => relation === 'new-manager' && ['preparation', 'shared-notes'].includes(item);
  return readableBy(relation, { ...now, may: (item) => side !== null && !isLent(item) && exported[item].includes(side) && now.may(item) });
}
