/**
 * A link that somebody has made while they worked here, to have what is theirs as an employee after they have left (security.md, section 2: "A leaver keeps
 * E's reads"). What it opens is the file of `../export`, as an employee; the link's secret is in its fragment, which no browser sends to a server.
 */
import { z } from 'zod';
import { endpoint } from '#api/platform/endpoint/contract.ts';

/** The page that the link leads to; in no host page. */
export const leavingPath = '/leaving';
/** All that a link's secret may be sent to is below this. */
export const leavingApi = '/api/leaving';
/** One answer to every link that opens nothing: wrong, taken back, replaced, too early, too late, or of what is erased. */
export const leavingRefusals = { 'link-opens-nothing': 404 } as const;

const instant = z.iso.datetime();
const leavingLinkSchema = z.object({
  /** Null: there is none, or it was taken back. `openings`: files that were made with it, with when the last was. */
  made: z.object({ at: instant, openings: z.number().int(), lastOpenedAt: instant.nullable() }).nullable(),
  version: z.number().int(),
});
export type LeavingLink = z.infer<typeof leavingLinkSchema>;

/** The caller's own, whether there is one; never the link itself, which Samtal does not know. */
export const readLeavingLink = endpoint({
  method: 'GET',
  path: '/api/my-data/link',
  may: 'signed-in',
  about: { item: 'leaving-link', act: 'read' },
  answer: leavingLinkSchema,
});
/** Makes one, and ends the one before. This answer is the only place where the link ever is. */
export const createLeavingLink = endpoint({
  method: 'PUT',
  path: '/api/my-data/link',
  may: 'signed-in',
  about: { item: 'leaving-link', act: 'write' },
  guarded: true,
  answer: leavingLinkSchema.extend({ link: z.url() }),
});
/** Takes it back: it opens nothing any more, and cannot be had again. */
export const dropLeavingLink = endpoint({
  method: 'DELETE',
  path: '/api/my-data/link',
  may: 'signed-in',
  about: { item: 'leaving-link', act: 'write' },
  guarded: true,
  answer: leavingLinkSchema,
});

/** What whoever has opened the link is told before they take anything. `until`: from then on it opens nothing. */
export const readLeft = endpoint({
  method: 'GET',
  path: leavingApi,
  may: 'link',
  about: { item: 'leaving-link', act: 'read' },
  answer: z.object({ until: instant, openings: z.number().int(), lastOpenedAt: instant.nullable() }),
});
/** Everything that is theirs as an employee, and nothing that they had as somebody's manager. */
export const exportLeftJson = endpoint({
  method: 'POST',
  path: `${leavingApi}/json`,
  may: 'link',
  about: { item: 'talk', act: 'read' },
  type: 'application/json',
  answer: z.instanceof(Uint8Array),
});
export const exportLeftPage = endpoint({
  method: 'POST',
  path: `${leavingApi}/html`,
  may: 'link',
  about: { item: 'talk', act: 'read' },
  type: 'text/html',
  answer: z.string(),
});
