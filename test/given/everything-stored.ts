/** What a company has stored of one talk: a document in every collection that something is erased from. For tests of erasing, on a store of their own. */

export type Doc = Record<string, unknown>;
export const tenantId = 'tenant';
export const begin = new Date('2028-03-31T10:00:00Z');
export const monthsAgo = (months: number): Date => new Date(Date.UTC(2028, 2 - months, 1));
/** Documents that are of several people carry nobody's name in their ids. */
let number = 0;
const sealed = Buffer.from('sealed');

/** Somebody as Samtal's copy of the directory has them. */
export const person = (personId: string, more: Doc = {}): Doc => ({
  ...{ _id: `${tenantId}/${personId}`, tenantId, personId, name: `Name of ${personId}`, mail: `${personId}@x.example` },
  ...{ managerId: null, enabled: true, language: 'en', timeZone: 'Etc/UTC', hasMailbox: true, settingsAt: begin, ...more },
});

/** A document in every collection that something is erased from: of a talk of this employee, or of the employee. */
export function everythingOf(employeeId: string, managerId: string, talk: Doc = {}): Record<string, Doc[]> {
  const talkId = `talk-of-${employeeId}`;
  const of = { tenantId, talkId };
  const byTalk = { _id: talkId, tenantId };
  const byPerson = { _id: `${tenantId}/${employeeId}`, tenantId, personId: employeeId };
  const settings = { rules: { leftOut: [employeeId], heldBy: [{ employeeId, managerId }], secondWindow: { people: [employeeId] } } };
  number += 1;
  const placed = { employeeId, managerId, start: begin, end: begin };
  const plan = { placed: [placed], unplaced: [{ employeeId }], notices: [{ kind: 'x', personIds: [employeeId] }] };
  return {
    talks: [{ ...byTalk, cycleId: 'c', employeeId, managerId, startedAt: monthsAgo(25), signatures: [], notices: [], version: 1, ...talk }],
    preparations: [
      { _id: `${talkId}/employee/${employeeId}`, ...of, side: 'employee', authorId: employeeId, releasedAt: begin, answered: [] },
      { _id: `${talkId}/manager/${managerId}`, ...of, side: 'manager', authorId: managerId, releasedAt: null, answered: [] },
    ],
    privateNotes: [employeeId, managerId].map((authorId) => ({ _id: `${talkId}/${authorId}`, ...of, authorId, sealed, savedAt: begin })),
    sharedNotes: [{ ...byTalk, closedBy: 1, snapshot: sealed }],
    noteHistory: [{ _id: `fold-${talkId}`, ...of, pieces: [] }],
    agendas: [{ ...byTalk, sealed }],
    agreements: [{ ...byTalk, closedBy: 1, agreements: { one: { sealed, ownerId: employeeId } } }],
    followUps: [{ _id: `${talkId}/one`, ...of, agreementId: 'one', status: 'kept', steps: [] }],
    checkIns: [{ ...byTalk, answers: [] }],
    holdings: [{ ...byTalk }],
    accesses: [{ _id: `${tenantId}/${talkId}/1`, key: `${talkId}/1`, ...of, personId: managerId, number: 1, at: begin }],
    accessChains: [{ ...byTalk }],
    accessRefusals: [{ ...byPerson, _id: `${byPerson._id}/private-notes`, lastAt: begin }],
    'chosen-meetings': [{ ...byTalk, chatId: 'chat', by: managerId }],
    accessRequests: [
      { _id: `request-${employeeId}`, tenantId, employeeId, askedBy: 'hedda', sealed, talks: [{ talkId, toldIds: [managerId] }] },
    ],
    accessBundles: [
      { _id: `${tenantId}/request-${employeeId}/1/1`, ...of, requestId: `request-${employeeId}`, employeeId, copy: 1, sealed },
    ],
    topics: [
      { _id: `topic-${employeeId}`, tenantId, employeeId, managerId, authorId: employeeId, sealed, sharedAt: null },
      { _id: `hers-${employeeId}`, tenantId, employeeId, managerId, authorId: managerId, sealed, sharedAt: null },
    ],
    goals: [{ _id: `goal-${employeeId}`, tenantId, employeeId, managerId, authorId: managerId, sealed, steps: [] }],
    heardTold: [{ ...byTalk }],
    reminders: [employeeId, managerId].map((recipientId) => ({
      _id: `${tenantId}/${talkId}/${recipientId}`,
      tenantId,
      talkId,
      recipientId,
    })),
    reminderwatches: [{ _id: `${tenantId}/${talkId}`, ...of, due: null }],
    cycles: [{ _id: `cycle-${number}`, tenantId, settings, plan, chosen: [placed], replan: { leftOut: [talkId] }, version: 1 }],
    replans: [{ _id: `replan-${number}`, tenantId, settings, steps: [{ talkId }, { talkId: 'other', after: [talkId] }], version: 1 }],
    remindersignings: [{ _id: `${tenantId}/cycle-${number}`, mayBeOff: true, changedBy: employeeId }],
    wishes: [{ ...byPerson }],
    reminderchoices: [{ ...byPerson }],
    leavingLinks: [{ ...byPerson, hash: null }],
    reaches: [{ _id: byPerson._id, feedAt: begin }],
    absences: [{ _id: byPerson._id, away: null }],
    chats: [{ ...byPerson }],
    cards: [{ ...byPerson, _id: `${byPerson._id}/key` }],
    mailboxes: [{ ...byPerson }],
    dataKeys: [employeeId, managerId, 'shared', `${managerId}/notes`]
      .map((authorId) => ({ _id: `${tenantId}/${talkId}/${authorId}`, ...of, wrapped: sealed }))
      .concat(
        [`topics.${employeeId}/${employeeId}`, `topics.${employeeId}/${managerId}`, `goals.${employeeId}/shared`].map((id) => ({
          _id: `${tenantId}/${id}`,
          tenantId,
          talkId: String(id.split('/')[0]),
          wrapped: sealed,
        })),
      ),
  };
}
