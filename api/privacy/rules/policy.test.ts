/** The table of security.md section 2, written down here a second time and from that page: every cell, in every state of a talk. */
import { describe, expect, it } from 'vitest';
import { contracts, endpoints } from '#test/given/endpoints.ts';
import { acts, items, relations, talkStates, type Act, type Item, type PolicyFacts, type Relation } from '../contract.ts';
import { mayCall } from '../check-call.ts';
import { leavingApi } from '../leaving/contract.ts';
import { mayAccess, mayEver, readersOf } from './policy.ts';

type When = (facts: PolicyFacts) => boolean;
/** Row of the page, item, who, act, in which states, and what must hold besides. What is not listed is never allowed. */
type Line = [row: string, item: Item, who: Relation, act: Act, states: string, when?: When];

const allThree = ({ releaseRule, employeeReleased, managerReleased, state }: PolicyFacts): boolean =>
  state > 1 || releaseRule === 'on-release' || (releaseRule === 'both-released' && employeeReleased && managerReleased);
const unsigned: When = ({ anySignature }) => !anySignature;

const agreed: When = ({ leftUnsigned }) => !leftUnsigned;
const isPassed = ({ passed }: PolicyFacts, item: 'preparation' | 'shared-notes'): boolean => passed?.includes(item) ?? false;
const signed: When = (facts) => facts.anySignature && agreed(facts);

const lines: Line[] = [
  ['1', 'preparation-draft', 'employee', 'read', '01'],
  ['1', 'preparation-draft', 'employee', 'write', '01'],
  ['2', 'preparation', 'employee', 'read', '12345'],
  ['2', 'preparation', 'employee', 'write', '1'],
  ['2', 'preparation', 'manager', 'read', '12345', (facts) => facts.employeeReleased && allThree(facts)],
  ['2', 'preparation', 'hr', 'read', '12345', ({ sharedWithHr, employeeReleased }) => sharedWithHr.preparation && employeeReleased],
  [
    '3',
    'manager-preparation',
    'employee',
    'read',
    '12345',
    (facts) => facts.managerReleased && facts.managerPreparationVisible && allThree(facts),
  ],
  // "– unless E hands over": what the employee passed on to this new manager, and had submitted.
  ['2', 'preparation', 'new-manager', 'read', '5', (facts) => facts.employeeReleased && agreed(facts) && isPassed(facts, 'preparation')],
  ['3', 'manager-preparation', 'manager', 'read', '012345'],
  ['3', 'manager-preparation', 'manager', 'write', '01'],
  ['3', 'manager-preparation', 'hr', 'read', '12345', ({ sharedWithHr, managerReleased }) => sharedWithHr.preparation && managerReleased],
  ['4', 'private-notes', 'manager', 'read', '01234'],
  ['4', 'private-notes', 'manager', 'write', '01234'],
  ['4', 'private-notes', 'former-manager', 'read', '5', ({ daysSinceHandOver }) => (daysSinceHandOver ?? 30) < 30],
  ['4b', 'private-notes', 'employee', 'read', '012345'],
  ['4b', 'private-notes', 'employee', 'write', '012345'],
  ['5', 'shared-notes', 'employee', 'read', '2345'],
  ['5', 'shared-notes', 'employee', 'write', '23', unsigned],
  ['5', 'shared-notes', 'manager', 'read', '2345'],
  ['5', 'shared-notes', 'manager', 'write', '23', unsigned],
  ['5', 'shared-notes', 'new-manager', 'read', '5', (facts) => agreed(facts) && isPassed(facts, 'shared-notes')],
  ['5', 'shared-notes', 'hr', 'read', '45', (facts) => facts.sharedWithHr.notes && agreed(facts)],
  ['6', 'agreements', 'employee', 'read', '012345'],
  // "W 2–3", and with the invariant of section 4 that the hash of signed content never changes: until the first signature.
  ['6', 'agreements', 'employee', 'write', '23', unsigned],
  ['6', 'agreements', 'manager', 'read', '012345'],
  ['6', 'agreements', 'manager', 'write', '23', unsigned],
  ['6', 'agreements', 'new-manager', 'read', '5', agreed],
  ['6', 'agreements', 'hr', 'read', '45', (facts) => facts.sharedWithHr.agreements && agreed(facts)],
  // What is added to the summary of rows 5 and 6: the notes' part stays with the two, the agreements' part follows row 6.
  ['5', 'statements', 'employee', 'read', '345'],
  ['5', 'statements', 'employee', 'write', '345', agreed],
  ['5', 'statements', 'manager', 'read', '345'],
  ['5', 'statements', 'manager', 'write', '34'],
  ['6', 'amendments', 'employee', 'read', '345'],
  ['6', 'amendments', 'employee', 'write', '345', signed],
  ['6', 'amendments', 'manager', 'read', '345'],
  ['6', 'amendments', 'manager', 'write', '34', signed],
  ['6', 'amendments', 'new-manager', 'read', '5', agreed],
  ['6', 'amendments', 'new-manager', 'write', '5', agreed],
  ['6', 'amendments', 'hr', 'read', '45', (facts) => facts.sharedWithHr.agreements && agreed(facts)],
  ['6', 'agreement-status', 'employee', 'read', '345', agreed],
  ['6', 'agreement-status', 'employee', 'write', '345', signed],
  ['6', 'agreement-status', 'manager', 'read', '345'],
  ['6', 'agreement-status', 'manager', 'write', '34', signed],
  ['6', 'agreement-status', 'new-manager', 'read', '5', agreed],
  ['6', 'agreement-status', 'new-manager', 'write', '5', agreed],
  ['6', 'agreement-status', 'hr', 'read', '45', agreed],
  // Which goals "shared goals" and "only if E marks" are, is api/development/goal/rules.test.ts; HR's cell is for counts.
  ['7', 'goal', 'employee', 'read', '012345'],
  ['7', 'goal', 'employee', 'write', '012345'],
  ['7', 'goal', 'manager', 'read', '012345'],
  ['7', 'goal', 'new-manager', 'read', '5'],
  ['7', 'goal', 'managers-manager', 'read', '012345'],
  ['7', 'goal', 'hr', 'read', '012345'],
  ...(['goal-proposal', 'goal-progress'] as const).flatMap((item) =>
    (['employee', 'manager'] as const).flatMap((who) => acts.map((act): Line => ['7', item, who, act, '012345'])),
  ),
  // Rows 4 and 13: the bundle is two officers' to open, and the parties are told of it. Who is too near is api/privacy/access-request/rules.test.ts.
  ['13', 'access-request', 'access-officer', 'read', '012345'],
  ['13', 'access-request', 'access-officer', 'write', '012345'],
  ...(['employee', 'manager', 'former-manager'] as const).map((who): Line => ['13', 'access-request', who, 'read', '012345']),
  ['13', 'access-bundle', 'access-officer', 'read', '012345'],
  ...relations.filter((who) => who !== 'other' && who !== 'access-officer').map((who): Line => ['10', 'template', who, 'read', '012345']),
  // Not on the page: the agenda of a talk, its manager's to change until it starts.
  ['', 'agenda', 'employee', 'read', '012345'],
  ['', 'agenda', 'manager', 'read', '012345'],
  ['', 'agenda', 'manager', 'write', '01'],
  // Row 11 as a party sees it: the employee's own row, the manager's team.
  ['11', 'talk', 'employee', 'read', '012345'],
  ['11', 'talk', 'employee', 'write', '0123'],
  ['11', 'talk', 'manager', 'read', '012345'],
  ['11', 'talk', 'manager', 'write', '0123'],
  ['11', 'talk', 'new-manager', 'read', '5', agreed],
  // "Hand-over", states 2 and 3: the employee chooses, also when the time to finish is over.
  ['11', 'parting', 'employee', 'read', '2345'],
  ['11', 'parting', 'employee', 'write', '2345'],
  ['11', 'parting', 'manager', 'read', '234'],
  // "E sees the list of what NM will get and may add to it".
  ['11', 'passing', 'employee', 'read', '012345'],
  ['11', 'passing', 'employee', 'write', '5', agreed],
  ['11', 'passing', 'new-manager', 'read', '5', (facts) => agreed(facts) && (facts.passed ?? []).length > 0],
  // Nobody writes or deletes. Who sees whose accesses is api/privacy/access-log/rules.test.ts.
  ['12', 'access-log', 'employee', 'read', '012345'],
  ['12', 'access-log', 'manager', 'read', '012345'],
  ['12', 'access-log', 'former-manager', 'read', '5'],
  ['12', 'access-log', 'new-manager', 'read', '5', agreed],
  // Counts alone.
  ['12', 'access-log', 'hr', 'read', '012345'],
  ['11', 'cycle', 'hr', 'read', '012345'],
  ['11', 'cycle', 'hr', 'write', '012345'],
  // Not on the page: one's own times, in whichever role, and nobody else's.
  ...(['employee', 'manager'] as const).flatMap((who) => acts.map((act): Line => ['', 'wish', who, act, '012345'])),
  // The sentence above the rows: a link for after leaving is its maker's own, as the employee that everybody is.
  ...acts.map((act): Line => ['', 'leaving-link', 'employee', act, '012345']),
  // Not on the page: how a talk felt, one's own answer; and what its employee has known to the manager of the talk alone.
  ['', 'felt-heard', 'employee', 'read', '345'],
  ['', 'felt-heard', 'employee', 'write', '345', signed],
  ['', 'felt-heard', 'manager', 'read', '34'],
  ['', 'felt-heard', 'manager', 'write', '34', signed],
  ['', 'not-heard', 'employee', 'read', '345'],
  ['', 'not-heard', 'employee', 'write', '345', signed],
  ['', 'not-heard', 'manager', 'read', '34'],
  ['', 'weak-signs', 'manager', 'read', '34'],
  ['9', 'insight', 'manager', 'read', '012345'],
  ['9', 'insight', 'hr', 'read', '012345'],
  // Not on the page: check-ins, the two's while they are the two.
  ['', 'check-in', 'employee', 'read', '345'],
  ['', 'check-in', 'employee', 'write', '34', signed],
  ['', 'check-in', 'manager', 'read', '34'],
  ['', 'check-in', 'manager', 'write', '34', signed],
  // Not on the page: topics, the author's alone and then the two's. Which of the two wrote one is api/checkin/rules.test.ts.
  ...(['topic-draft', 'topic'] as const).flatMap((item) =>
    (['employee', 'manager'] as const).flatMap((who) => acts.map((act): Line => ['', item, who, act, '012345'])),
  ),
];

/** What ended without both signatures is no manager's any more. */
const isHeld = (who: Relation, facts: PolicyFacts): boolean => who !== 'manager' || agreed(facts);

const yesNo = [false, true];
/** Every circumstance that can be: released is what state 1 means, and nobody signs before a talk was held. */
const circumstances: PolicyFacts[] = talkStates.flatMap((state) =>
  (['on-release', 'both-released', 'talk-start'] as const).flatMap((releaseRule) =>
    yesNo.flatMap((employeeReleased) =>
      yesNo.flatMap((managerReleased) =>
        yesNo.flatMap((managerPreparationVisible) =>
          yesNo.flatMap((anySignature) =>
            [undefined, 0, 29, 30].flatMap((days) =>
              [0, 1, 2, 4, 7, -7].map((shared): PolicyFacts => ({
                state,
                releaseRule,
                employeeReleased,
                managerReleased,
                managerPreparationVisible,
                anySignature,
                sharedWithHr: {
                  preparation: (Math.abs(shared) & 1) > 0,
                  notes: (Math.abs(shared) & 2) > 0,
                  agreements: (Math.abs(shared) & 4) > 0,
                },
                ...(days === undefined ? {} : { daysSinceHandOver: days }),
                // All is shared with HR, and both have not signed.
                ...(shared < 0 ? { leftUnsigned: true as const } : {}),
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);
/** What an employee has passed on of a talk that was handed over: nothing, one of the two, or both. */
const passings: Pick<PolicyFacts, 'passed'>[] = [
  {},
  { passed: ['preparation'] },
  { passed: ['shared-notes'] },
  { passed: ['preparation', 'shared-notes'] },
];
const canBe = ({ state, employeeReleased, managerReleased, anySignature, daysSinceHandOver, leftUnsigned }: PolicyFacts): boolean =>
  (state > 1 || (employeeReleased || managerReleased) === (state === 1)) &&
  (state === 3 || state === 5 || anySignature === (state === 4)) &&
  (state === 5 || (daysSinceHandOver === undefined && !leftUnsigned));
const possible = circumstances
  .filter(canBe)
  .flatMap((facts) => (facts.state === 5 ? passings : [{}]).map((one): PolicyFacts => ({ ...facts, ...one })));

const cells = items.flatMap((item) => relations.flatMap((who) => acts.map((act) => ({ item, who, act }))));

describe('the policy table, cell by cell', () => {
  it('looks at every item, relation and act in every state', () => {
    expect(cells).toHaveLength(30 * 8 * 2);
    expect(new Set(possible.map(({ state }) => state)).size).toBe(6);
  });

  it.each(cells)('$item: $who, $act', ({ item, who, act }) => {
    const line = lines.find(([, ...at]) => at[0] === item && at[1] === who && at[2] === act);
    const [, , , , states, when = () => true] = line ?? ['', item, who, act, ''];
    const wrong = possible.filter(
      (facts) => mayAccess(item, act, who, facts) !== (states.includes(String(facts.state)) && when(facts) && isHeld(who, facts)),
    );
    expect(wrong).toEqual([]);
  });

  it('never shows a draft, private notes or anything at all to those who have no cell, whatever the facts say', () => {
    const whatever = circumstances.flatMap((facts) => [facts, { ...facts, passed: ['preparation', 'shared-notes'] as const }]);
    const shown = whatever.flatMap((facts) => [
      ...items.flatMap((item) => acts.filter((act) => mayAccess(item, act, 'other', facts))),
      ...acts.flatMap((act) => [
        ...(['manager', 'hr'] as const).filter((who) => mayAccess('preparation-draft', act, who, facts)),
        ...(['hr', 'new-manager'] as const).filter((who) => mayAccess('private-notes', act, who, facts)),
        ...(['preparation-draft', 'manager-preparation', 'statements', 'agenda'] as const).filter((item) =>
          mayAccess(item, act, 'new-manager', facts),
        ),
      ]),
      ...(facts.employeeReleased ? [] : readersOf('preparation', facts).filter((who) => who !== 'employee')),
    ]);
    expect(shown).toEqual([]);
  });

  it('lets who may write also read', () => {
    const blind = possible.flatMap((facts) =>
      cells.filter(({ item, who }) => mayAccess(item, 'write', who, facts) && !mayAccess(item, 'read', who, facts)),
    );
    expect(blind).toEqual([]);
  });
});

describe('who can see it now', () => {
  it('names exactly those who may read', () => {
    for (const facts of possible)
      for (const item of items)
        expect([...readersOf(item, facts)].sort()).toEqual(relations.filter((who) => mayAccess(item, 'read', who, facts)).sort());
  });
});

describe('who may call at all', () => {
  it('is asked about every contract there is', () => {
    expect(contracts).toEqual(expect.arrayContaining(['agreement/contract.ts', 'platform/config/contract.ts', 'talk/contract.ts']));
  });

  it('is decided by a row of the table, named by every endpoint but two that are about nobody else', () => {
    expect(endpoints.length).toBeGreaterThan(28);
    expect(
      endpoints
        .filter(({ about }) => about === null)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['GET /api/config', 'GET /api/me']);
    for (const { name, about } of endpoints) {
      if (!about) continue;
      expect({ name, known: items.some((item) => item === about.item) }).toEqual({ name, known: true });
      // A search reads, and has a body because what is looked for is content; so does an export, of which so many are made and no more.
      const reads =
        name.startsWith('GET ') || name.endsWith('/find') || /^POST \/api\/(my-data|leaving|access-requests\/:requestId)\//.test(name);
      expect({ name, reads: about.act === 'read' }).toEqual({ name, reads });
    }
  });

  it('has a cell in the named row, and is let in with the role alone', () => {
    const [hr, officer, anybody] = [{ isHr: true }, { isHr: false, isOfficer: true as const }, { isHr: false }];
    for (const { name, may, about } of endpoints) {
      const entry = { may, about };
      const letIn = [hr, officer, anybody, null].map((who) => mayCall(entry, who));
      const isEverybodys = may !== 'hr' && may !== 'access-officer';
      expect({ name, in: letIn }).toEqual({ name, in: [may !== 'access-officer', may !== 'hr', isEverybodys, may === 'anyone'] });
    }
  });

  it('is nobody for a row that grants them nothing', () => {
    expect(mayCall({ may: 'talk-party', about: { item: 'cycle', act: 'read' } }, { isHr: true })).toBe(false);
    expect(mayCall({ may: 'hr', about: { item: 'private-notes', act: 'read' } }, { isHr: true })).toBe(false);
    expect(mayCall({ may: 'signed-in', about: { item: 'template', act: 'write' } }, { isHr: true })).toBe(false);
    expect(mayCall({ may: 'signed-in', about: { item: 'no-such-row', act: 'read' } }, { isHr: true })).toBe(false);
    for (const item of items)
      for (const act of acts)
        for (const who of relations) expect(mayEver(item, act, who)).toBe(possible.some((facts) => mayAccess(item, act, who, facts)));
  });

  it('is one of the talk’s parties for everything about one talk', () => {
    const ofTalk = endpoints.filter(({ path }) => path.startsWith('/api/talks/:talkId') || path === '/api/talks/find');
    expect(ofTalk.length).toBeGreaterThan(14);
    expect(ofTalk.filter(({ may }) => may !== 'talk-party')).toEqual([]);
  });

  it('is an access officer for access requests alone, and never for what is told of them', () => {
    expect(endpoints.filter(({ path, may }) => path.startsWith('/api/access-requests') !== (may === 'access-officer'))).toEqual([]);
    const own = endpoints.filter(({ about }) => about?.item.startsWith('access-') && about.item !== 'access-log');
    expect(own.filter(({ may }) => may !== 'access-officer').map(({ name }) => name)).toEqual(['GET /api/my-data/access-requests']);
  });

  it('is HR for cycles, departments and what reached nobody, and everybody only for what the tab needs before sign-in', () => {
    expect(endpoints.filter(({ path, may }) => /^\/api\/(cycles|departments|reminders\/missed)/.test(path) !== (may === 'hr'))).toEqual([]);
    expect(endpoints.filter(({ may }) => may === 'anyone').map(({ name }) => name)).toEqual(['GET /api/config']);
    expect(endpoints.filter(({ path, may }) => path.startsWith(leavingApi) !== (may === 'link'))).toEqual([]);
  });

  it('needs the version that was read for every write of something that exists', () => {
    const writes = endpoints.filter(({ name }) => !name.startsWith('GET '));
    const unguarded = writes.filter(({ guarded }) => !guarded).map(({ name }) => name);
    // An estimate, and a count of who would be in a cycle, change nothing: they are asked with a body, and about a draft that may not be stored yet.
    // What was not delivered is sent again, however often that is said. A meeting's talk, and a talk nobody planned, are made once by their own ids.
    // How a talk felt is counted once and has no version; what the employee has known is on or off, whatever it was.
    // A search and an export read; and a reminder is not of a version. That people have left is said up to an instant, once and for all.
    // An access request is made once by its own id.
    expect(unguarded.sort()).toEqual([
      'POST /api/access-requests',
      'POST /api/access-requests/:requestId/html',
      'POST /api/access-requests/:requestId/json',
      'POST /api/cycles',
      'POST /api/cycles/:cycleId/estimate',
      'POST /api/cycles/:cycleId/reminders/send',
      'POST /api/cycles/people',
      'POST /api/departments/missing/confirm',
      'POST /api/goals',
      'POST /api/goals/proposed',
      'POST /api/leaving/html',
      'POST /api/leaving/json',
      'POST /api/my-data/html',
      'POST /api/my-data/json',
      'POST /api/reminders/missed/send',
      'POST /api/talks/:talkId/agreements',
      'POST /api/talks/:talkId/heard',
      'POST /api/talks/:talkId/meeting',
      'POST /api/talks/history/:employeeId/find',
      'POST /api/talks/unplanned',
      'POST /api/team/remind',
      'POST /api/topics',
      'PUT /api/talks/:talkId/heard/told',
    ]);
  });
});
