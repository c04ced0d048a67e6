/** What a notification consists of, in every language. */
import type { Kind } from '../../contract.ts';

export type Words = { topic: string; preview: string; subject: string; lead: string; action: string; why: string; when: string };
/** Texts of some kinds. */
export type Part<K extends Kind> = Record<K, Omit<Words, 'when'>>;
/** `other` is the other party's name; `when` the talk's time as the person says it. */
export type Texts = (other: string, when: string) => Part<Kind>;
