/** What a notification consists of, in every language. */
import type { Kind } from '../../contract.ts';

export type Words = { topic: string; preview: string; subject: string; lead: string; action: string; why: string; when: string };
/** `other` is the other party's name; `when` the talk's time as the person says it. */
export type Texts = (other: string, when: string) => Record<Kind, Omit<Words, 'when'>>;
