/** The product's mails against the local Graph: one mail each, whichever answer is lost, whichever step it dies at, and whoever else is at it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { sendWithToken, type SendGraph } from '#api/platform/graph/http.ts';
import { sendMail, type Mail, type Try } from '#api/platform/graph/mail.ts';
import { ada, bo, tenantId } from '../given.ts';
import { startTrial, type Trial } from './trial.ts';

let trial: Trial;
let send: SendGraph;
let may: string[];
beforeAll(async () => {
  trial = await startTrial();
  send = async (tenant, call) => sendWithToken(await trial.appToken({ tenant, permissions: may }), call);
});
afterAll(() => trial.stop());
beforeEach(() => {
  may = ['Mail.Send', 'Mail.ReadWrite'];
  trial.world.faults.clear();
  for (const { userId, id } of trial.world.mails.all()) trial.world.mails.remove(`${userId}/${id}`);
});

const calendar = { name: 'samtal.ics', text: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' };
const mail: Mail = {
  ...{ to: { address: 'bo@bakery.example', name: 'Bo' }, subject: 'Påminnelse', html: '<p>Hej</p>', calendar },
  key: "talk-1:it's",
};
const begin = (attempt: Partial<Try> = {}, words: Partial<Mail> = {}): Promise<void> =>
  sendMail(
    send,
    tenantId,
    'ada@bakery.example',
    { ...mail, ...words },
    { isRepeated: false, keep: () => Promise.resolve(true), undo: () => Promise.resolve(), ...attempt },
  );
const again = (words: Partial<Mail> = {}): Promise<void> => begin({ isRepeated: true }, words);
const folder = (userId: string, name: string): string[] =>
  trial.world.mails
    .by('user', userId)
    .filter((one) => one.folder === name)
    .map(({ subject }) => subject);
const seen = () => ({ inbox: folder(bo, 'inbox'), sent: folder(ada, 'sentitems'), drafts: folder(ada, 'drafts') });
const once = { inbox: ['Påminnelse'], sent: ['Påminnelse'], drafts: [] };
const fail = (kind: 'refuse' | 'refuse-after' | 'lose-answer' | 'cut', method: string, pathContains: string, status = 503): void =>
  void trial.world.faults.add({
    ...{ service: 'graph', kind, status, code: null, retryAfterSeconds: null },
    ...{ method, pathContains, times: 1 },
  });

const kinds = ['refuse', 'refuse-after', 'lose-answer', 'cut'] as const;
const steps = [
  ['the draft', 'messages', ['Mail.Send', 'Mail.ReadWrite']],
  ['its sending', '/send', ['Mail.Send', 'Mail.ReadWrite']],
  ['the sending at once, without permission to write', '/sendMail', ['Mail.Send', 'Mail.Read']],
] as const;

describe('a mail', () => {
  it('comes with its file, and once', async () => {
    await begin();
    expect(seen()).toEqual(once);
    const [file] = trial.world.mails.by('user', bo)[0]?.files ?? [];
    expect([file?.name, Buffer.from(file?.contentBytes ?? '', 'base64').toString()]).toEqual([calendar.name, calendar.text]);
    await again();
    expect(seen()).toEqual(once);
  });

  it.each(steps.flatMap((step) => kinds.map((kind) => [...step, kind] as const)))(
    'when %s (%s, %j) fails as %s, is sent once by the next try',
    async (_what, path, permissions, kind) => {
      may = [...permissions];
      fail(kind, 'POST', path);
      await expect(begin()).rejects.toBeInstanceOf(MicrosoftUnavailable);
      await again();
      expect(seen()).toEqual(once);
    },
  );

  it.each([1, 2])('when its sender dies before effect %d, is sent once by the next', async (step) => {
    let steps = 0;
    const keep = (): Promise<boolean> => ((steps += 1) === step ? Promise.reject(new Error('killed')) : Promise.resolve(true));
    await expect(begin({ keep })).rejects.toThrow('killed');
    await again();
    expect(seen()).toEqual(once);
  });

  it('that says something else by now is written anew', async () => {
    fail('refuse', 'POST', '/send');
    await expect(begin()).rejects.toBeInstanceOf(MicrosoftUnavailable);
    await again({ subject: 'Ny tid' });
    expect(seen()).toEqual({ inbox: ['Ny tid'], sent: ['Ny tid'], drafts: [] });
  });

  it('that somebody else has taken over is left to them', async () => {
    await expect(begin({ keep: () => Promise.resolve(false) })).rejects.toMatchObject({ maybeDone: false });
    expect(seen()).toEqual({ inbox: [], sent: [], drafts: [] });
  });

  it.each([
    ['is thrown away', 0, 503, []],
    ['stays unsent when Graph does not answer', 1, 503, ['Påminnelse']],
    ['stays unsent when it may not be thrown away', 1, 403, ['Påminnelse']],
  ])('is theirs alone who took it over while a draft was written, which %s', async (_what, times, status, drafts) => {
    for (let left = times; left > 0; left -= 1) fail('refuse', 'DELETE', 'messages', status);
    let steps = 0;
    const keep = async (): Promise<boolean> => {
      if ((steps += 1) === 1) return true;
      // The other had looked before this draft was there: for them there is none.
      await begin();
      return false;
    };
    await expect(begin({ keep })).rejects.toMatchObject({ message: 'Somebody else has taken the mail over', maybeDone: false });
    expect(seen()).toEqual({ ...once, drafts });
  });

  it('that somebody else has taken over but not sent yet keeps its draft for them', async () => {
    let steps = 0;
    await expect(begin({ keep: () => Promise.resolve((steps += 1) === 1) })).rejects.toMatchObject({ maybeDone: false });
    expect(seen()).toEqual({ inbox: [], sent: [], drafts: ['Påminnelse'] });
    await again();
    expect(seen()).toEqual(once);
  });

  it('whose draft is thrown away under its sender’s hands is written anew by the next try', async () => {
    let steps = 0;
    const keep = async (): Promise<boolean> => {
      const draft = trial.world.mails.by('user', ada).find((one) => one.folder === 'drafts');
      if ((steps += 1) === 2) trial.world.mails.remove(`${ada}/${draft?.id}`);
      return true;
    };
    await expect(begin({ keep })).rejects.toMatchObject({ maybeDone: true });
    await again();
    expect(seen()).toEqual(once);
  });

  it('that an earlier call has sent in the meantime counts as sent', async () => {
    let steps = 0;
    const keep = async (): Promise<boolean> => {
      if ((steps += 1) === 2) await again();
      return true;
    };
    await begin({ keep });
    expect(seen()).toEqual(once);
  });

  it('that is refused leaves no draft behind', async () => {
    may = ['Mail.ReadWrite'];
    await expect(begin()).rejects.toBeInstanceOf(GraphRefused);
    expect(seen()).toEqual({ inbox: [], sent: [], drafts: [] });
  });

  it('without permission to look is not sent again when it may have arrived, and need not be looked up when it cannot have', async () => {
    may = ['Mail.Send'];
    const undone: string[] = [];
    const undo = (): Promise<void> => Promise.resolve(void undone.push('undone'));
    fail('lose-answer', 'POST', '/sendMail');
    await expect(begin({ undo })).rejects.toMatchObject({ maybeDone: true });
    await expect(again()).rejects.toMatchObject({ status: 403 });
    expect([folder(bo, 'inbox'), undone]).toEqual([['Påminnelse'], []]);
    trial.world.faults.add({
      ...{ service: 'graph', kind: 'refuse', status: 429, code: null, retryAfterSeconds: 60 },
      ...{ method: 'POST', pathContains: '/sendMail', times: 1 },
    });
    await expect(begin({ undo })).rejects.toMatchObject({ maybeDone: false });
    expect(undone).toEqual(['undone']);
  });
});
