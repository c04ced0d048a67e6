/** Topics: what somebody writes down, the moment it comes up, for the next talk or check-in of an employee and their manager. Own until shared. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** Longest topic, in UTF-16 code units. */
export const topicLimit = 2_000;
/** Most topics that one list holds, newest first; those that are not taken up come before the others. */
export const topicsShown = 200;

export const topicRefusals = {
  'topic-too-long': 413,
  'topic-taken-up': 409,
  'topic-shared': 409,
  'nobody-to-meet': 409,
  'another-manager': 409,
} as const;

export const topicSchema = z.object({
  topicId: z.string(),
  version: z.number().int(),
  employeeId: z.string(),
  /** Which of the two wrote it, and whether that is the reader. */
  by: z.enum(['employee', 'manager']),
  mine: z.boolean(),
  authorName: z.string(),
  text: z.string(),
  madeAt: z.string(),
  /** Since when the other can read it; null while it is the author's alone, also when it was shared with a manager before. */
  sharedAt: z.string().nullable(),
  /** When it was taken up, in which talk; null while it waits. A topic can also be taken up between two talks. */
  takenUpAt: z.string().nullable(),
  talkId: z.string().nullable(),
});
export type Topic = z.infer<typeof topicSchema>;

const list = z.object({
  topics: z.array(topicSchema),
  /** The other of the two now: whom sharing would reach. Null for an employee without a manager. */
  other: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type Topics = z.infer<typeof list>;
const text = z.string().trim().min(1);
const one = z.strictObject({ topicId: z.uuid() });

/** Topics of the reader as an employee: their own, and what a manager has shared with them. */
export const listMyTopics = endpoint({
  method: 'GET',
  path: '/api/topics',
  may: 'signed-in',
  about: { item: 'topic', act: 'read' },
  answer: list,
});
/** The same for the manager, about one employee. */
export const listTopicsWith = endpoint({
  method: 'GET',
  path: '/api/topics/with/:employeeId',
  may: 'signed-in',
  about: { item: 'topic', act: 'read' },
  params: z.strictObject({ employeeId: z.string().max(100) }),
  answer: list,
});
/** What the two have for this talk: all that waits, and what was taken up in it. */
export const listTopicsOfTalk = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/topics',
  may: 'talk-party',
  about: { item: 'topic', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  answer: list,
});
/** Whom the page said it is shared with. When somebody else is the other of the two by now the answer is another-manager, and nobody reads a word. */
const withId = z.string().max(100);

/**
 * `topicId` is chosen by the caller, so that a repeated call adds nothing twice. About oneself, or about somebody one manages. `withId` is null while it
 * is the author's alone.
 */
export const addTopic = endpoint({
  method: 'POST',
  path: '/api/topics',
  may: 'signed-in',
  about: { item: 'topic-draft', act: 'write' },
  body: z.strictObject({ topicId: z.uuid(), employeeId: z.string().max(100), text, withId: withId.nullable() }),
  answer: topicSchema,
});
/** The author changes the words, until it is taken up. */
export const updateTopic = endpoint({
  method: 'PUT',
  path: '/api/topics/:topicId',
  may: 'signed-in',
  about: { item: 'topic-draft', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ text }),
  answer: topicSchema,
});
/** The author lets the other of the two read it. An employee may do so again for a new manager, who reads nothing shared with the one before. */
export const releaseTopic = endpoint({
  method: 'POST',
  path: '/api/topics/:topicId/release',
  may: 'signed-in',
  about: { item: 'topic-draft', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ withId }),
  answer: topicSchema,
});
/** Either of the two says that it has been taken up, in this talk or in none, or that it waits again. */
export const closeTopic = endpoint({
  method: 'POST',
  path: '/api/topics/:topicId/close',
  may: 'signed-in',
  about: { item: 'topic', act: 'write' },
  guarded: true,
  params: one,
  body: z.strictObject({ takenUp: z.boolean(), talkId: z.string().max(100).nullable() }),
  answer: topicSchema,
});
/** The author removes it. */
export const dropTopic = endpoint({
  method: 'DELETE',
  path: '/api/topics/:topicId',
  may: 'signed-in',
  about: { item: 'topic-draft', act: 'write' },
  guarded: true,
  params: one,
  answer: z.object({ topicId: z.string() }),
});
