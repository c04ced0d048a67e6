/** The words of the policy table: what can be read or written, by whom, in which state of a talk. The cells are in rules/policy.ts. */
import { z } from 'zod';

/** Items of security.md section 2, by row. */
export const items = [
  'preparation-draft',
  'preparation',
  'manager-preparation',
  'private-notes',
  'shared-notes',
  'agreements',
  'statements',
  'amendments',
  'agreement-status',
  'goal',
  'goal-proposal',
  'goal-progress',
  'agenda',
  'topic-draft',
  'topic',
  'check-in',
  'talk',
  'parting',
  'passing',
  'access-log',
  'access-request',
  'access-bundle',
  'template',
  'cycle',
  'wish',
  'leaving-link',
  'felt-heard',
  'not-heard',
  'weak-signs',
  'insight',
] as const;
export type Item = (typeof items)[number];

export const acts = ['read', 'write'] as const;
export type Act = (typeof acts)[number];

/**
 * How an actor stands to a talk. `access-officer`: one of the two who carry out an access request about its employee (access-request/). `other` is everybody
 * else: other tenants, guests, colleagues, administrators, the operator.
 */
export const relations = [
  ...(['employee', 'manager', 'former-manager', 'new-manager', 'managers-manager', 'hr', 'access-officer', 'other'] as const),
] as const;
export type Relation = (typeof relations)[number];

/** 0 planned, preparation open; 1 preparation released; 2 live; 3 held, awaiting signatures; 4 signed; 5 archived or handed over. */
export const talkStates = [0, 1, 2, 3, 4, 5] as const;
export type TalkState = (typeof talkStates)[number];

/**
 * When the two see each other's released preparation (security.md row 2): as soon as it is released, when both have released (default),
 * or when the talk starts. Whatever the rule, what was released is readable for both once the talk has started.
 */
export const releaseRuleSchema = z.enum(['on-release', 'both-released', 'talk-start']);
export type ReleaseRule = z.infer<typeof releaseRuleSchema>;

/** Facts of a talk that the policy looks at. Share flags and release rule are frozen into the talk when it is created. */
export type PolicyFacts = {
  state: TalkState;
  releaseRule: ReleaseRule;
  sharedWithHr: { preparation: boolean; notes: boolean; agreements: boolean };
  managerPreparationVisible: boolean;
  employeeReleased: boolean;
  managerReleased: boolean;
  /** At least one party has signed: shared notes are closed. */
  anySignature: boolean;
  /** Whole days since the talk was handed over to a new manager; left out while it never was. */
  daysSinceHandOver?: number;
  /** It ended without both signatures, since its employee has another manager (state 5): nothing in it is agreed. Left out otherwise. */
  leftUnsigned?: true;
  /** What its employee lets a new manager read: the one who is asked about (talk/passing/). Left out while there is nothing. */
  passed?: readonly Extract<Item, 'preparation' | 'shared-notes'>[];
};
