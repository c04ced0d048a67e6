/** What the live socket asks about shared notes: who may open them and how, what is stored, and where to append. */
import type { OfTalk } from '#api/platform/db/closing.ts';
import type { LiveDocuments } from '#api/platform/live/documents.ts';
import type { Platform } from '#api/platform/platform.ts';
import { beginReading, noteShown, within } from '#api/platform/reading/reading.ts';
import { recordAccesses, recordRefused } from '#api/privacy/access-log/record-accesses.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { keepWords } from './keep-words.ts';
import { appendSharedNotes, foldSharedNotes, loadSharedNotes } from './load-shared-notes.ts';
import { talkIdOf } from './rules.ts';

/** Updates of one talk after which they are folded into its snapshot: by their number, or by their bytes, since a document has a limit. */
const foldAfter = { updates: 200, bytes: 500_000 };

/** Shared notes as live documents, one per talk. */
export function noteDocuments(platform: Platform): LiveDocuments {
  const talks = new Map<string, { talk: OfTalk; updates: number; bytes: number }>();
  const openTalk = (name: string): { talk: OfTalk; updates: number; bytes: number } => {
    const found = talks.get(name);
    if (!found) throw new Error('A document was used before anybody was admitted to it');
    return found;
  };
  const foldWhenMany = async (one: { talk: OfTalk; updates: number; bytes: number }): Promise<void> => {
    if (one.updates < foldAfter.updates && one.bytes < foldAfter.bytes) return;
    Object.assign(one, { updates: 0, bytes: 0 });
    try {
      await foldSharedNotes(platform, one.talk);
    } catch (error) {
      // Everything is stored already; folding is tried again when as many have come once more.
      platform.log.warn({ talkId: one.talk.talkId, err: error }, 'shared notes could not be folded');
    }
  };
  return {
    async admit(person, name) {
      const talkId = talkIdOf(name);
      const { tenantId, personId } = person;
      const reading = beginReading({ tenantId, personId, act: 'read', channel: 'live' });
      const access = await within(reading, () => talkId && readAccess(platform, person, talkId, 'shared-notes'));
      if (talkId === null || !access) {
        await recordRefused(platform, reading);
        return null;
      }
      // The document is one for all who have it open: whoever is admitted is shown all of it.
      within(reading, () => noteShown(talkId, 'shared-notes'));
      if (!(await recordAccesses(platform, reading))) throw new Error('Notes are not shown to whom the access log does not know');
      if (!talks.has(name)) talks.set(name, { talk: { tenantId: access.talk.tenantId, talkId }, updates: 0, bytes: 0 });
      return { readOnly: !mayAccess('shared-notes', 'write', access.relation, access.policy) };
    },
    async load(name) {
      const one = openTalk(name);
      const held = await loadSharedNotes(platform, one.talk);
      one.updates = held.length;
      return held;
    },
    async append(name, written) {
      const one = openTalk(name);
      if (!(await appendSharedNotes(platform, one.talk, written))) return 'closed';
      one.updates += written.length;
      one.bytes += written.reduce((sum, { update }) => sum + update.length, 0);
      await foldWhenMany(one);
      return 'stored';
    },
    bringBack: keepWords,
  };
}
