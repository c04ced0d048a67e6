/** The badge that says who can read something now: computed from the policy table that the server enforces, never from what we hope. */
import type { Item, PolicyFacts, Relation, TalkState } from '#api/privacy/contract.ts';
import { readersOf } from '#api/privacy/rules/policy.ts';
import type { TalkStatus, TalkWithTemplate } from '#api/talk/contract.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { WhoSees } from '#tabs/ui/WhoSees.tsx';

const states: Record<TalkStatus, TalkState> = { planned: 0, released: 1, live: 2, held: 3, signed: 4, closed: 5 };

/** What the policy looks at, as the talk says it. */
export function policyFactsOf(talk: TalkWithTemplate): PolicyFacts {
  return {
    state: talk.takenOver ? 5 : states[talk.status],
    releaseRule: talk.releaseRule,
    sharedWithHr: talk.template.sharedWithHr,
    managerPreparationVisible: talk.template.managerPreparationVisible,
    employeeReleased: talk.employeeReleasedAt !== null,
    managerReleased: talk.managerReleasedAt !== null,
    anySignature: talk.signatures.length > 0,
    ...(talk.status === 'closed' ? { leftUnsigned: true as const } : {}),
    ...(talk.takenOver ? { passed: talk.takenOver.passed } : {}),
  };
}

/** The row of the policy that one's own preparation is now: what an employee has not released is a row of its own. */
export function ownPreparation(talk: TalkWithTemplate): Item {
  if (talk.me === 'manager') return 'manager-preparation';
  return talk.employeeReleasedAt ? 'preparation' : 'preparation-draft';
}

/** Of a talk that was taken over the one who held it is its manager no more. */
const isSomebody = ({ takenOver }: TalkWithTemplate, relation: Relation): boolean => !takenOver || relation !== 'manager';

export function Readers({ talk, item }: { talk: TalkWithTemplate; item: Item }) {
  const t = useTexts('privacy');
  const note = useNote(talk, item);
  const alone = item === 'private-notes';
  // Row 4: each party reads its own private notes, so of all that the row grants only the reader remains.
  const others = alone ? [] : readersOf(item, policyFactsOf(talk)).filter((relation) => relation !== talk.me && isSomebody(talk, relation));
  const other = talk.me === 'employee' ? talk.manager : talk.employee;
  const names: Record<Relation, string> = {
    employee: other.name,
    manager: other.name,
    hr: t('hr'),
    'new-manager': talk.takenOver?.manager.name ?? t('newManager'),
    'former-manager': t('formerManager'),
    'managers-manager': t('managersManager', { name: talk.manager.name }),
    // Reads nothing on a page about a talk.
    'access-officer': '',
    other: '',
  };
  const [name, second] = others.map((relation) =>
    [other.name, talk.takenOver?.manager.name].includes(names[relation]) ? firstName(names[relation]) : names[relation],
  );
  const who = !name ? t('onlyYou') : second ? t('youAndTwo', { name, other: second }) : t('youAnd', { name });
  const readers = [
    { name: t('you') },
    ...others.map((relation) => ({ name: names[relation], ...(relation === 'hr' ? { note: t('hrNote') } : {}) })),
  ];
  return <WhoSees who={who} readers={readers} locked={alone} {...(note ? { note } : {})} />;
}

function useNote(talk: TalkWithTemplate, item: Item): string | null {
  const t = useTexts('privacy');
  if (item === 'private-notes') return t('law');
  if (item !== ownPreparation(talk)) return null;
  const mine = talk.me === 'employee' ? talk.employeeReleasedAt : talk.managerReleasedAt;
  if (!mine) return t('draft');
  const other = talk.me === 'employee' ? talk.manager : talk.employee;
  const readers = readersOf(item, policyFactsOf(talk));
  if (readers.some((relation) => relation === 'employee' || relation === 'manager') && readers.length > 1) return null;
  return talk.releaseRule === 'talk-start' ? t('waitsStart', { name: other.name }) : t('waitsBoth', { name: other.name });
}
