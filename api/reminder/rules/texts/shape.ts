/** What a notification consists of, in every language. */
import type { AccessKind, ClockKind, Kind, NewsKind } from '../../contract.ts';

export type Words = { topic: string; preview: string; subject: string; lead: string; action: string; why: string; when: string };
/** News of what HR has changed, and reminders after a talk: each with a part of its own. */
export type HrKind = Extract<NewsKind, 'talk-replanned' | 'talk-handed-over' | 'talk-closed' | 'talk-taken-over' | 'choice-waiting'>;
export type AfterKind = Extract<ClockKind, 'signature-due' | 'agreement-due' | 'check-in-due'>;
/** Of an access request nothing is named, so that its texts need no facts. */
export type AccessPart = Part<AccessKind>;
/** Texts of some kinds. */
export type Part<K extends Kind> = Record<K, Omit<Words, 'when'>>;
/** `other` is the other party's name; `when` the talk's time as the person says it. */
export type Texts = (other: string, when: string) => Part<Kind>;
