/** The access log over the wire: who was shown what of a talk, when, and on which way. Never a word of what they were shown. */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';
import type { Item } from '../contract.ts';

/** `search`: somebody looked for words in it. `export`: it was in a file that somebody was given. */
export const accessActs = ['read', 'search', 'export'] as const;
/** `link`: by the link that somebody made before they left. */
export const accessChannels = ['tab', 'live', 'bot', 'link'] as const;

/** Opening the same again within the same hour, in the same way, is one entry; `at` is the first time. */
export const accessSchema = z.object({
  /** Counts up in what this reader is shown: a gap would tell of what is left out. */ place: z.number().int(),
  /** Empty for somebody who has left and whom the directory has forgotten. */ name: z.string(),
  mine: z.boolean(),
  /** Only as a type: the list of all items would be loaded with the first page. */
  item: z.custom<Item>((value) => typeof value === 'string'),
  act: z.enum(accessActs),
  channel: z.enum(accessChannels),
  at: z.string(),
});
export type AccessEntry = z.infer<typeof accessSchema>;

/** So many entries at a time. */
export const entriesAtOnce = 50;

/**
 * The employee is shown everybody's accesses but those to another's private notes; whoever holds or held the talk their own, and those to an access bundle that
 * may hold their notes; all others their own. What nobody let in is not in it:
 * a refused access shows the talk to nobody.
 */
export const readAccessLog = endpoint({
  method: 'GET',
  path: '/api/talks/:talkId/accesses',
  may: 'talk-party',
  about: { item: 'access-log', act: 'read' },
  params: z.strictObject({ talkId: z.string().max(100) }),
  /** `whose`: only the reader's own, or only others'. `before`: the entries before that place. */
  query: z.strictObject({ whose: z.enum(['mine', 'others']).default('others'), before: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    /** Newest first. */ entries: z.array(accessSchema),
    more: z.boolean(),
    /**
     * False: something in the log was changed, taken out or put elsewhere by somebody who reached the store itself. The newest entries say it of the whole log;
     * with `before`, of those that are answered.
     */
    intact: z.boolean(),
    /** Whose talk it is, for a reader who is not its employee: they see their own accesses alone. */
    seesAll: z.boolean(),
  }),
});
export type AccessLog = z.infer<(typeof readAccessLog)['answer']>;
