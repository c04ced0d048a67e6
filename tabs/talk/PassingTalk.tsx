/** One earlier talk, and what of it the new manager may read: a button for each thing, which gives or takes back at once and says so. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PersonRef } from '#api/people/contract.ts';
import { readTalk } from '#api/talk/contract.ts';
import { listPassing, passOn, takeBack, type Passable, type PassableItem, type PassingTalk as Talk } from '#api/talk/passing/contract.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  item: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flex: '1 1 200px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const kinds: readonly Passable[] = ['preparation', 'shared-notes'];

type PassingTalkProps = { talk: Talk; /** Who has taken over. */ manager: PersonRef; onStale: () => void };

export function PassingTalk({ talk, manager, onStale }: PassingTalkProps) {
  const styles = useStyles();
  const t = useTexts('passing');
  const history = useTexts('history');
  const dates = useDates();
  const linkTo = useLinkTo();
  const { error, busy, said, give, take } = useGiving(talk, manager, onStale);
  const { talkId, cycleName: cycle, day, items } = talk;
  const title = history('then', { cycle, day: day ? dates.inText.day(day) : history('noDay') });
  const names = { name: firstName(manager.name), manager: firstName(talk.manager.name) };
  return (
    <Section
      title={title}
      lead={t('with', { name: talk.manager.name })}
      aside={<Link {...linkTo({ page: 'talk', talkId })}>{t('open')}</Link>}
    >
      {talk.notesErased ? (
        <ErasedNotes erased={talk.notesErased} />
      ) : (
        <ul className={styles.list} aria-label={title}>
          {kinds.map((what) => (
            <li key={what} className={styles.item}>
              <ItemWords what={what} item={items[what]} names={names} />
              {(items[what].there || items[what].passedAt) && (
                <GiveButton
                  given={items[what].passedAt !== null}
                  label={t(`items.${what}`)}
                  name={names.name}
                  busy={busy}
                  onPress={() => (items[what].passedAt ? take(what) : give(what))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <div role="status">{said && <Text>{t(said, names)}</Text>}</div>
      <ProblemNotice error={error} onRetry={onStale} />
    </Section>
  );
}

/** Both writes of one talk. What was said last stays until the next press. */
function useGiving({ talkId, version }: Talk, { id: managerId }: PersonRef, onStale: () => void) {
  const [said, setSaid] = useState<'gave' | 'took' | null>(null);
  const keep = useKeep();
  const giving = useSend(passOn, { refreshes: [readTalk], onDone: (answer) => keep(listPassing, {}, answer) });
  const taking = useSend(takeBack, { refreshes: [readTalk], onDone: (answer) => keep(listPassing, {}, answer) });
  const begin = (): void => {
    setSaid(null);
    giving.reset();
    taking.reset();
  };
  // Whatever was refused, the page shows how it stands by now.
  const then = (what: 'gave' | 'took') => ({ onSuccess: () => setSaid(what), onError: onStale });
  const params = { talkId };
  return {
    said,
    error: giving.error ?? taking.error,
    busy: giving.isPending || taking.isPending,
    give(what: Passable): void {
      begin();
      giving.mutate({ params, body: { what, managerId }, version }, then('gave'));
    },
    take(what: Passable): void {
      begin();
      taking.mutate({ params, body: { what }, version }, then('took'));
    },
  };
}

function ItemWords({ what, item, names }: { what: Passable; item: PassableItem; names: { name: string; manager: string } }) {
  const styles = useStyles();
  const t = useTexts('passing');
  const { inText } = useDates();
  const isOfBoth = what === 'shared-notes' && item.there;
  const stands = item.passedAt
    ? t('can', { ...names, day: inText.day(item.passedAt) })
    : item.there
      ? t('cannot', names)
      : t(`absent.${what}`);
  return (
    <div className={styles.words}>
      <Text weight="semibold">{t(`items.${what}`)}</Text>
      <Text className={styles.quiet}>{[stands, isOfBoth ? t('ofBoth', names) : ''].filter(Boolean).join(' ')}</Text>
    </div>
  );
}

type GiveButtonProps = { given: boolean; label: string; name: string; busy: boolean; onPress: () => void };

/** The word on it begins its name, which says of what: the same button stands there for each thing. */
function GiveButton({ given, label, name, busy, onPress }: GiveButtonProps) {
  const t = useTexts('passing');
  const word = given ? t('take') : t('give', { name });
  return (
    <Button aria-label={`${word}: ${label}`} disabledFocusable={busy} onClick={onPress}>
      {word}
    </Button>
  );
}
