/** A talk on its way from what was prepared for it to the signatures: where what comes afterwards begins. Erik is the employee, Maja the manager. */
import { releasePreparation, saveAnswer } from '#api/preparation/contract.ts';
import { finishTalk, readSummary, readTalk, signTalk, startTalk } from '#api/talk/contract.ts';
import type { GivenSamtal } from './samtal.ts';
import { until } from './until.ts';

/** Erik answers one question, and shares it. */
export async function givenShared(samtal: GivenSamtal, talkId: string, text: string): Promise<void> {
  await samtal.as('erik').must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text }, version: 0 });
  await samtal.as('erik').must(releasePreparation, { params: { talkId }, body: { withId: samtal.find('maja').id }, version: 0 });
}

/** Its manager starts a talk and finishes it. */
export async function givenHeld(samtal: GivenSamtal, talkId: string, manager = 'maja'): Promise<void> {
  const params = { talkId };
  for (const entry of [startTalk, finishTalk]) {
    // Samtal may write to the talk at the same time, for example that it is booked.
    const once = async (): Promise<boolean> => {
      const { version } = await samtal.as(manager).must(readTalk, { params });
      return (await samtal.as(manager).call(entry, { params, version })).status === 200;
    };
    await until(once, { message: `${entry.path} has been done` });
  }
}

/** They sign it as it stands, one after the other. */
export async function givenSigned(samtal: GivenSamtal, talkId: string, who: string[]): Promise<void> {
  const params = { talkId };
  for (const one of who.map((name) => samtal.as(name))) {
    const { hash } = await one.must(readSummary, { params });
    const { version } = await one.must(readTalk, { params });
    await one.must(signTalk, { params, body: { hash }, version });
  }
}
