/** A talk that both have signed and that goes to a new manager: started without a plan, with notes and an agreement in it. */
import { randomUUID } from 'node:crypto';
import { addAgreement } from '#api/agreement/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk } from '#api/talk/contract.ts';
import { startUnplanned } from '#api/talk/unplanned/contract.ts';
import { openNotes } from './notes.ts';
import type { GivenSamtal } from './samtal.ts';

type Who = { employee: string; manager: string };
type Words = { notes: string; agreed: string };

/** @returns the id of the talk, signed by both and still theirs alone */
export async function givenSignedUnplanned(samtal: GivenSamtal, who: Who, words: Words): Promise<string> {
  const [manager, employee] = [samtal.as(who.manager), samtal.as(who.employee)];
  const { talkId } = await manager.must(startUnplanned, { body: { withId: employee.person.id } });
  const params = { talkId };
  const version = async (): Promise<number> => (await employee.must(readTalk, { params })).version;
  const notes = await openNotes(samtal.url, talkId, employee.token);
  await notes?.type(words.notes);
  notes?.close();
  const body = { agreementId: randomUUID(), text: words.agreed, ownerId: employee.person.id, due: null };
  await manager.must(addAgreement, { params, body });
  await manager.must(finishTalk, { params, version: await version() });
  for (const one of [manager, employee]) {
    const { hash } = await one.must(readSummary, { params });
    await one.must(signTalk, { params, body: { hash }, version: await version() });
  }
  return talkId;
}

/** The directory names another manager, some time later; nothing of a talk changes by that. */
export async function givenNewManager(samtal: GivenSamtal, employee: string, manager: string): Promise<void> {
  await samtal.desk.clock.pass({ hours: 1 });
  await samtal.desk.change(employee, { manager });
  await samtal.readDirectory();
}

/** From a talk of the two on the new manager has taken over; that one is held, so that the next is another. */
export async function givenTakenOver(samtal: GivenSamtal, { employee, manager }: Who): Promise<void> {
  const { talkId, version } = await samtal.as(manager).must(startUnplanned, { body: { withId: samtal.find(employee).id } });
  await samtal.as(manager).must(finishTalk, { params: { talkId }, version });
}
