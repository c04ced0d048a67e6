/** What the page of an export says by itself, in one language. A member of the export without a label does not compile. */
import type { AgreementStatus } from '#api/agreement/contract.ts';
import type { Visibility } from '#api/development/goal/contract.ts';
import type { How, Need } from '#api/checkin/answer/contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';
import type { ScaleMark } from '#api/preparation/rules/given.ts';
import type { Choices, Subject } from '#api/reminder/choices/contract.ts';
import type { CycleKind, Kind } from '#api/reminder/contract.ts';
import type { TalkStatus } from '#api/talk/contract.ts';
import type { PartingChoice } from '#api/talk/parting/contract.ts';
import type { Passable } from '#api/talk/passing/contract.ts';
import type { EntryKind } from '#api/talk/signing/contract.ts';
import type { Bundle } from '../../../access-bundle/contract.ts';
import type { AccessEntry } from '../../../access-log/contract.ts';
import type { RequestStatus } from '../../../access-request/contract.ts';
import type { Item } from '../../../contract.ts';
import type { Exported, TalkExport } from '../../contract.ts';

/** Every name of a member, however deep; formatted notes are drawn as they are. */
type NamesIn<T> = T extends readonly (infer One)[]
  ? NamesIn<One>
  : T extends object
    ? { [K in keyof T & string]: K extends 'formatted' ? never : K | NamesIn<T[K]> }[keyof T & string]
    : never;
type Hidden = 'format' | 'version' | 'madeAt' | 'language' | 'talkId' | 'personId';
export type Named = Exclude<NamesIn<Exported> | NamesIn<Bundle>, Hidden> | 'madeAt';

export type Texts = {
  locale: string;
  title: string;
  lead: (name: string) => string;
  /** Under the lead: when it was made, and in which zone its times are. */
  made: (when: string, zone: string) => string;
  /** What is in the file and what is not. */
  about: string;
  /** What the page says instead when it is the bundle of an access request, and what stands in it for other people and for addresses. */
  bundle: { title: string; lead: (name: string) => string; about: string; anotherPerson: string; address: string };
  nothing: string;
  yes: string;
  no: string;
  /** Heading of a talk, whatever is known of it. */
  talk: (cycle: string, day: string) => string;
  handedOver: string;
  /** The same, by whose it is. */
  handedOverOf: (name: string) => string;
  noQuestion: string;
  labels: Record<Named, string>;
  words: {
    as: Record<TalkExport['as'], string>;
    side: Record<'employee' | 'manager', string>;
    talkStatus: Record<TalkStatus, string>;
    choice: Record<PartingChoice, string>;
    passed: Record<Passable, string>;
    agreementStatus: Record<AgreementStatus, string>;
    state: Record<GoalState, string>;
    visibility: Record<Visibility, string>;
    proposal: Record<'waiting' | 'declined', string>;
    entry: Record<EntryKind, string>;
    how: Record<How, string>;
    need: Record<Need, string>;
    reminder: Record<Kind | CycleKind, string>;
    way: Record<'feed' | 'card' | 'mail', string>;
    first: Record<Choices['first'], string>;
    subject: Record<Subject, string>;
    wish: Record<'blocked' | 'preferred', string>;
    item: Record<Item, string>;
    concerns: Record<'me' | 'my-notes', string>;
    requestStatus: Record<RequestStatus, string>;
    act: Record<AccessEntry['act'], string>;
    channel: Record<AccessEntry['channel'], string>;
  };
  scale: Record<ScaleMark, (from: string, to: string) => string>;
};
