/** What the environment may say of people under a legal hold: whoever is written wrongly would be erased, so that Samtal does not start with it. */
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
