/** A talk that was held and has everything in it that can come afterwards: a comment, an objection, a suggested change, and how an agreement goes. */
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { changeProgress } from '#api/agreement/following/contract.ts';
import { readSummary, readTalk, signTalk } from '#api/talk/contract.ts';
import { objectToSummary, proposeAmendment, readRecord } from '#api/talk/signing/contract.ts';
import { givenHeld } from './held-talk.ts';
import type { GivenSamtal } from './samtal.ts';

/** The manager signs with a comment; the employee objects and suggests another day for the agreement. */
export async function givenSignedTalk(samtal: GivenSamtal, talkId: string, who: { manager: string; employee: string }): Promise<void> {
  const [manager, employee] = [samtal.as(who.manager), samtal.as(who.employee)];
  const params = { talkId };
  const version = async (): Promise<number> => (await manager.must(readTalk, { params })).version;
  await givenHeld(samtal, talkId, who.manager);
  const agreed = { text: 'Two weeks on the survey ship, with time to write it up afterwards.', ownerId: employee.person.id };
  const agreementId = randomUUID();
  await manager.must(addAgreement, { params, body: { agreementId, ...agreed, due: '2027-05-31' } });
  const { hash } = await manager.must(readSummary, { params });
  await manager.must(signTalk, { params, body: { hash, comment: 'I look forward to it.' }, version: await version() });
  const objection = { entryId: randomUUID(), hash, text: 'Two weeks is too short for the whole of Utö.' };
  await employee.must(objectToSummary, { params, body: objection, version: await version() });
  const change = { agreementId, ...agreed, due: '2027-08-31' };
  const { version: newest } = await employee.must(readRecord, { params });
  await employee.must(proposeAmendment, { params, body: { entryId: randomUUID(), text: 'The ship is in dock.', change }, version: newest });
  const step = { status: 'under-way' as const, note: 'Booked with the crew.' };
  await employee.must(changeProgress, { params: { talkId, agreementId }, body: step, version: 0 });
}
