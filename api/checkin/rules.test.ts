/** Topics: nobody but its author reads one that is not shared, a manager only while they manage, and nothing changes once it was taken up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicLimit } from './contract.ts';
import { inOrder, isWithBoth, mayChange, mayRaise, mayRelease, mayShareWith, mayTopic, type TopicFacts } from './rules.ts';

const topic = (over: Partial<TopicFacts> = {}): TopicFacts => ({
  employeeId: 'erik',
  managerId: 'maja',
  authorId: 'erik',
  shared: false,
  takenUp: false,
  ...over,
});
const acts = ['read', 'write', 'close'] as const;
const allowed = (facts: TopicFacts, who: string, managerNow: string | null = 'maja'): string =>
  acts.filter((act) => mayTopic(facts, who, managerNow, act)).join(' ');

describe('who may do what with a topic', () => {
  it.each<[string, TopicFacts, string, string | null, string]>([
    ['the employee with an own one', topic(), 'erik', 'maja', 'read write close'],
    ['the employee who has no manager', topic({ managerId: '' }), 'erik', null, 'read write close'],
    ['the manager with one that is not shared', topic(), 'maja', 'maja', ''],
    ['the manager with a shared one', topic({ shared: true }), 'maja', 'maja', 'read close'],
    ['the manager who shared theirs', topic({ authorId: 'maja', shared: true }), 'maja', 'maja', 'read write close'],
    ['the manager who keeps theirs', topic({ authorId: 'maja' }), 'maja', 'maja', 'read write close'],
    ['the employee with one that the manager keeps', topic({ authorId: 'maja' }), 'erik', 'maja', ''],
    ['the employee with one that the manager shared', topic({ authorId: 'maja', shared: true }), 'erik', 'maja', 'read close'],
    ['the employee with one that a former manager shared', topic({ authorId: 'maja', shared: true }), 'erik', 'vera', 'read close'],
    ['a former manager with a shared one', topic({ shared: true }), 'maja', 'vera', ''],
    ['a former manager with an own one', topic({ authorId: 'maja' }), 'maja', 'vera', ''],
    ['a new manager with one shared with the one before', topic({ shared: true }), 'vera', 'vera', ''],
    ['a colleague', topic({ shared: true }), 'elin', 'maja', ''],
  ])('%s', (_title, facts, who, managerNow, expected) => expect(allowed(facts, who, managerNow)).toBe(expected));

  it('nobody reads what is not shared and not theirs, whoever they are and whoever manages', () => {
    const person = fc.constantFrom('erik', 'maja', 'vera', 'elin', '');
    fc.assert(
      fc.property(person, person, person, fc.boolean(), person, fc.option(person), (employeeId, managerId, authorId, takenUp, who, now) => {
        fc.pre(who !== authorId);
        return acts.every((act) => !mayTopic({ employeeId, managerId, authorId, shared: false, takenUp }, who, now, act));
      }),
    );
  });
});

describe('who else can read it now', () => {
  it.each<[string, TopicFacts, string | null, boolean]>([
    ['nobody of one that is kept', topic(), 'maja', false],
    ['the manager it was shared with', topic({ shared: true }), 'maja', true],
    ['nobody once another one manages', topic({ shared: true }), 'vera', false],
    ['nobody once none does', topic({ shared: true }), null, false],
    ['the employee, whoever shared it with them', topic({ authorId: 'maja', shared: true }), 'vera', true],
  ])('%s', (_title, facts, managerNow, both) => {
    expect(isWithBoth(facts, managerNow)).toBe(both);
    // What is called shared can be read by another one; what is not cannot.
    const others = ['erik', 'maja', 'vera'].filter((who) => who !== facts.authorId && mayTopic(facts, who, managerNow, 'read'));
    expect(others.length > 0).toBe(both);
  });
});

describe('changing and sharing', () => {
  it.each<[string, TopicFacts, string | null, string | null, string | null]>([
    ['one that waits', topic(), 'maja', null, null],
    ['one that is shared', topic({ shared: true }), 'maja', null, 'topic-shared'],
    ['one that was shared with the manager before', topic({ shared: true }), 'vera', null, null],
    ['one that was taken up', topic({ takenUp: true }), 'maja', 'topic-taken-up', 'topic-taken-up'],
    ['without a manager', topic(), null, null, 'nobody-to-meet'],
  ])('%s', (_title, facts, managerNow, change, release) => {
    expect(mayChange(facts)?.reason ?? null).toBe(change);
    expect(mayRelease(facts, managerNow)?.reason ?? null).toBe(release);
  });

  it.each<[string, string, string, string | null, string | null]>([
    ['the manager of now', 'erik', 'maja', 'maja', null],
    ['the manager before', 'erik', 'maja', 'vera', 'another-manager'],
    ['a manager who is gone', 'erik', 'maja', null, 'nobody-to-meet'],
    ['nobody', 'erik', '', 'maja', 'another-manager'],
    ['the employee, by the manager', 'maja', 'erik', 'maja', null],
    ['somebody else, by the manager', 'maja', 'elin', 'maja', 'another-manager'],
  ])('is shared with whom the page named: %s', (_title, authorId, named, managerNow, refused) => {
    expect(mayShareWith(named, { employeeId: 'erik', authorId }, managerNow)?.reason ?? null).toBe(refused);
  });

  it('takes as much as it says', () => {
    expect(mayRaise('x'.repeat(topicLimit))).toBeNull();
    expect(mayRaise('x'.repeat(topicLimit + 1))).toMatchObject({ reason: 'topic-too-long', limit: topicLimit });
  });
});

it('Those that wait come first, newest first, and none is lost', () => {
  const one = fc.record({
    _id: fc.uuid(),
    madeAt: fc.date({ noInvalidDate: true }),
    takenUpAt: fc.option(fc.date({ noInvalidDate: true })),
  });
  fc.assert(
    fc.property(fc.array(one), (topics) => {
      const ordered = inOrder(topics);
      expect(ordered).toHaveLength(topics.length);
      expect(new Set(ordered)).toEqual(new Set(topics));
      for (const [at, later] of ordered.slice(1).entries()) {
        const earlier = ordered[at];
        if (!earlier) throw new Error('There is one before it');
        if ((earlier.takenUpAt === null) === (later.takenUpAt === null)) expect(earlier.madeAt >= later.madeAt).toBe(true);
        else expect(earlier.takenUpAt).toBeNull();
      }
    }),
  );
});
