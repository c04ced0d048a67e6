/** Columns that several of the tables of a re-plan have: the two, times, why, the tick that leaves a talk out, and asking again. Shows no table. */
import { Button, Checkbox, Text } from '@fluentui/react-components';
import type { Proposal, ReplanWhy } from '#api/cycle/replan/contract.ts';
import { lastDayOf } from '#api/talk/parting/rules.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import type { Column } from '#tabs/ui/CardTable.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import type { ReplanForm } from './use-replan.ts';

export type Two = Pick<Proposal['given'][number], 'employee' | 'manager'>;
type Begun = Proposal['begun'][number];
type OtherManager = Proposal['otherManager'][number];
type Stays = Proposal['stays'][number];
type Span = { start: string; end: string };

export function useReplanColumns(form: ReplanForm) {
  const t = useTexts('cycle');
  const dates = useDates();
  return {
    two: <R extends Two>(): Column<R>[] => [
      { key: 'person', name: t('look.person'), show: ({ employee }) => <PersonName id={employee.id} name={employee.name} /> },
      { key: 'manager', name: t('look.manager'), show: ({ manager }) => <Text>{manager.name}</Text> },
    ],
    timeOf: <R,>(key: string, name: string, spanIn: (row: R) => Span | null): Column<R> => ({
      key,
      name,
      show: (row) => {
        const span = spanIn(row);
        return <Text>{span ? dates.shortTime(span.start, span.end) : t('progress.withoutTime', { count: 1 })}</Text>;
      },
    }),
    newManagerIn: <R extends Two & Pick<OtherManager, 'newManager'>>(): Column<R> => ({
      key: 'new',
      name: t('replan.newManager'),
      show: ({ newManager }) => <Text>{newManager.name}</Text>,
    }),
    stateIn: (): Column<Begun> => ({
      key: 'state',
      name: t('replan.state'),
      show: ({ isHeld }) => <Text>{t(isHeld ? 'replan.toSign' : 'replan.goingOn')}</Text>,
    }),
    choiceIn: (): Column<Begun> => ({ key: 'choice', name: t('replan.choice'), show: (row) => <Text>{choiceOf(row)}</Text> }),
    why: useWhy(),
    ...useAnswers(form),
  };

  function choiceOf({ employee, until, isOver }: Begun): string {
    if (form.left.has(employee.id)) return t('replan.notAsked');
    if (until === null) return t('replan.choiceNext');
    return isOver ? t('replan.choiceOver') : t('replan.choiceUntil', { day: dates.inText.day(lastDayOf(until)) });
  }
}

function useWhy() {
  const t = useTexts('cycle');
  const dates = useDates();
  const words = (why: ReplanWhy | null): string => {
    if (why === null) return t('replan.why.nothing');
    if (why.kind === 'away') {
      const [from, to] = [dates.inText.shortDay(why.from), dates.inText.shortDay(why.to)];
      return t(from === to ? 'replan.why.awayDay' : 'replan.why.away', { name: why.person.name, from, to });
    }
    if (why.kind !== 'day-off') return t(`replan.why.${why.kind}`);
    return t(why.name === '' ? 'replan.why.day-off' : 'replan.why.day-offNamed', { day: dates.inText.shortDay(why.day), name: why.name });
  };
  return <R extends { why: ReplanWhy | null }>(): Column<R> => ({
    key: 'why',
    name: t('look.why'),
    show: (row) => <Text>{words(row.why)}</Text>,
  });
}

/** What HR answers to a row. */
function useAnswers({ left, include, wish, ask }: ReplanForm) {
  const t = useTexts('cycle');
  const keepManager = wish.keepManager ?? [];
  const press = (text: string, label: string, onPress: () => void) => (
    <Button size="small" aria-label={label} onClick={onPress}>
      {text}
    </Button>
  );
  return {
    /** At once, without asking again: nothing but what it is in the way of changes by it. */
    tick: <R extends Two>(isChange: (row: R) => boolean = () => true): Column<R> => ({
      key: 'tick',
      name: t('replan.include'),
      bare: true,
      show: (row) =>
        isChange(row) && (
          <Checkbox
            checked={!left.has(row.employee.id)}
            disabled={(left.get(row.employee.id) ?? null) !== null}
            label={t('replan.include')}
            aria-label={t('replan.includeOf', { name: row.employee.name })}
            onChange={(_event, { checked }) => include(row.employee.id, checked === true)}
          />
        ),
    }),
    unstay: {
      key: 'unstay',
      name: t('replan.unstay'),
      bare: true,
      show: ({ because, employee: { id, name } }) =>
        because === 'chosen' &&
        press(t('replan.unstay'), t('replan.unstayOf', { name }), () => {
          include(id, true);
          ask({ stay: wish.stay.filter((one) => one !== id) });
        }),
    } satisfies Column<Stays>,
    handOver: {
      key: 'handOver',
      name: t('replan.handOver'),
      bare: true,
      show: ({ employee: { id, name }, newManager }) =>
        keepManager.includes(id) &&
        press(t('replan.handOver'), t('replan.handOverOf', { name, manager: newManager.name }), () => {
          include(id, true);
          ask({ keepManager: keepManager.filter((one) => one !== id) });
        }),
    } satisfies Column<OtherManager>,
  };
}
