/** What the environment may say of people under a legal hold, since whoever is written wrongly would be erased, of what is kept for longer, and of where people sign in: otherwise Samtal does not start. */
import { expect, it } from 'vitest';
import { readConfig } from './config.ts';

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const env = {
  ...{
    MONGODB_URI: 'mongodb://127.0.0.1:1',
    SAMTAL_CLIENT_ID: id,
    SAMTAL_CLIENT_SECRET: 'x',
    SAMTAL_APP_ID_URI: 'api://x',
    SAMTAL_TENANTS: id,
  },
  ...{ SAMTAL_PUBLIC_URL: 'https://samtal.example', SAMTAL_KEY_URL: 'file:///key', SAMTAL_MAIL_FROM: id, SAMTAL_TEAMS_APP_ID: id },
};

it.each([
  ['nobody', {}, []],
  ['two, however they are written', { SAMTAL_LEGAL_HOLD: `${id.toUpperCase()}, ${id}` }, [id, id]],
])('%s', (_who, hold, expected) => expect(readConfig({ ...env, ...hold }).legalHold).toEqual(expected));

it('Who is not named by an object id keeps Samtal from starting, and what was written is not repeated', () => {
  const start = () => readConfig({ ...env, SAMTAL_LEGAL_HOLD: `${id},elin@samtal.example` });
  expect(start).toThrow('SAMTAL_LEGAL_HOLD');
  expect(start).not.toThrow('elin');
});

it('Keeping notes for longer needs a reason in words', () => {
  const keeping = (more: object) => readConfig({ ...env, ...more }).keepNotesBecause;
  const months = { SAMTAL_KEEP_NOTES_UNTIL: 'months' };
  expect(keeping({})).toBeNull();
  expect(keeping({ ...months, SAMTAL_KEEP_NOTES_REASON: ' The agreement with the union says so. ' })).toBe(
    'The agreement with the union says so.',
  );
  expect(keeping({ SAMTAL_KEEP_NOTES_REASON: 'Nothing is lengthened.' })).toBeNull();
  for (const reason of [{}, { SAMTAL_KEEP_NOTES_REASON: '  ' }])
    expect(() => keeping({ ...months, ...reason })).toThrow('SAMTAL_KEEP_NOTES_REASON');
  expect(() => readConfig({ ...env, ...months, SAMTAL_MAIL_FROM: '' })).toThrow(/SAMTAL_MAIL_FROM.*SAMTAL_KEEP_NOTES_REASON/);
  expect(() => keeping({ SAMTAL_KEEP_NOTES_UNTIL: 'ever' })).toThrow('SAMTAL_KEEP_NOTES_UNTIL');
});

const loginAt = (url: string | undefined): string | null => readConfig({ ...env, SAMTAL_LOGIN_URL: url }).loginUrl;

it.each([
  [undefined, null],
  ['https://login.example/', 'https://login.example'],
  ['http://localhost:3979', 'http://localhost:3979'],
  ['http://127.0.0.1:3979/', 'http://127.0.0.1:3979'],
])('signs people in at %s', (url, at) => expect(loginAt(url)).toBe(at));

it.each([
  'http://login.example',
  'http://localhost.evil.example',
  'http://localhost:80@evil.example',
  'javascript:alert(1)',
  'login.example',
])('never signs people in at %s, where codes could be read on the way', (url) => expect(() => loginAt(url)).toThrow('SAMTAL_LOGIN_URL'));

it('Believes no proxy unless told how many there are', () => {
  const proxies = (said?: string): number => readConfig({ ...env, SAMTAL_PROXIES: said }).proxies;
  expect([proxies(), proxies('0'), proxies('2')]).toEqual([0, 0, 2]);
  for (const wrong of ['-1', '1.5', 'all', '11']) expect(() => proxies(wrong)).toThrow('SAMTAL_PROXIES');
});
