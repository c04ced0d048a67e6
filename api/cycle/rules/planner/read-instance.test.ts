import { describe, expect, it } from 'vitest';
import { organisation } from '#test/given/organisation.ts';
import { readInstance } from './read-instance.ts';

type Json = Record<string, unknown>;
const good = () =>
  structuredClone(organisation({ talks: 6, seed: 1, days: 7 })) as unknown as Json &
    Record<'people' | 'talks' | 'pools' | 'profiles', Json[]>;

/** A good instance with one thing changed; `path` as the refusal should name it. */
const wrong: [string, string, (instance: ReturnType<typeof good>) => void][] = [
  ['another format', 'format', (one) => (one['format'] = 'samtal-plan/2')],
  ['no slots', 'slots', (one) => delete one['slots']],
  ['a start that is no instant', 'start', (one) => (one['start'] = 'Monday')],
  ['a number as text', 'talks[2].dur', (one) => (one.talks[2]!['dur'] = '4')],
  ['a talk without length', 'talks[0].dur', (one) => (one.talks[0]!['dur'] = 0)],
  ['an unknown zone', 'people[1].tz', (one) => (one.people[1]!['tz'] = 'Europe/Atlantis')],
  ['a profile that is not there', 'people[0].profile', (one) => (one.people[0]!['profile'] = 99)],
  ['holidays that are not there', 'people[0].holidays', (one) => (one.people[0]!['holidays'] = 'ATLANTIS')],
  ['two people of one id', 'people[2].id', (one) => (one.people[2]!['id'] = one.people[1]!['id'])],
  ['busy times out of order', 'people[3].busy[2]', (one) => (one.people[3]!['busy'] = [10, 12, 5, 6])],
  ['a busy time without an end', 'people[3].busy[2]', (one) => (one.people[3]!['busy'] = [10, 12, 14])],
  ['busy with half a slot', 'people[3].busy[1]', (one) => (one.people[3]!['busy'] = [10, 12.5])],
  ['busy that is no list', 'people[3].busy', (one) => (one.people[3]!['busy'] = 'always')],
  ['a manager nobody knows', 'talks[1].manager', (one) => (one.talks[1]!['manager'] = 'nobody')],
  ['an employee nobody knows', 'talks[1].employee', (one) => (one.talks[1]!['employee'] = 'nobody')],
  ['another person nobody knows', 'talks[1].extra[0]', (one) => (one.talks[1]!['extra'] = ['nobody'])],
  ['a pool that is not there', 'talks[1].pool', (one) => (one.talks[1]!['pool'] = 'cellar')],
  ['two talks of one id', 'talks[4].id', (one) => (one.talks[4]!['id'] = one.talks[0]!['id'])],
  ['six costs for the days of the week', 'profiles[0].dayCost', (one) => (one.profiles[0]!['dayCost'] = [0, 0, 0, 0, 0, 0])],
  ['no cost of a day', 'rules.dayLoad', (one) => ((one['rules'] as Json)['dayLoad'] = [])],
];

describe('an instance from outside', () => {
  it('is read as it is, with what may be left out filled in', () => {
    const instance = good();
    for (const talk of instance.talks) for (const part of ['extra', 'pool', 'booked']) delete talk[part];
    const read = readInstance(instance);
    expect(read.ok && read.instance.talks[0]).toMatchObject({ extra: [], pool: null, booked: null });
  });

  it.each(wrong)('is refused with %s, naming %s', (_what, path, spoil) => {
    const instance = good();
    spoil(instance);
    expect(readInstance(instance)).toMatchObject({ ok: false, path });
  });

  it.each([[null], ['text'], [[]], [7]])('is refused when it is %j', (value) => {
    expect(readInstance(value)).toMatchObject({ ok: false, path: '(the whole file)' });
  });
});
