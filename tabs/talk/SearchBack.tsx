/** Looks for words in everything that the reader may read of past talks. What is looked for never stands in an address. */
import { Button, makeStyles, SearchBox, Spinner, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { findInHistory, type Hit, type PastTalk } from '#api/talk/history/contract.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', '@media print': { display: 'none' } },
  box: { flex: '1 1 200px', maxWidth: '420px', minWidth: 0 },
  found: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hits: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  hit: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
});

export function SearchBack({ employeeId, talks }: { employeeId: string; talks: PastTalk[] }) {
  const styles = useStyles();
  const t = useTexts('history');
  const find = useSend(findInHistory);
  const [words, setWords] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const places = find.data?.found.reduce((sum, { hits }) => sum + hits.length, 0) ?? 0;
  const search = (): void => {
    if (words.trim().length >= 2) find.mutate({ params: { employeeId }, body: { words: words.trim() } });
  };
  const clear = (): void => {
    setWords('');
    find.reset();
    box.current?.focus();
  };
  return (
    <>
      <form
        role="search"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <SearchBox
          ref={box}
          className={styles.box}
          aria-label={t('find')}
          placeholder={t('find')}
          title={t('findHint')}
          maxLength={200}
          value={words}
          onChange={(_event, { value }) => (value === '' ? clear() : setWords(value))}
        />
        <Button type="submit" disabledFocusable={find.isPending || words.trim().length < 2}>
          {t('search')}
        </Button>
        {find.data && <Button onClick={clear}>{t('clear')}</Button>}
      </form>
      <div className={styles.found}>
        <Text size={200} className={styles.quiet}>
          {t('findHint')}
        </Text>
        <div role="status">
          {find.isPending && <Spinner size="tiny" label={t('finding')} />}
          {find.data && <Text>{places > 0 ? t('foundIn', { count: places }) : t('nothing')}</Text>}
        </div>
      </div>
      <ProblemNotice error={find.error} onRetry={search} />
      {find.data?.found.map(({ talkId, hits }) => (
        <Found key={talkId ?? ''} talk={talks.find((talk) => talk.talkId === talkId) ?? null} hits={hits} />
      ))}
    </>
  );
}

function Found({ talk, hits }: { talk: PastTalk | null; hits: Hit[] }) {
  const styles = useStyles();
  const t = useTexts('history');
  const language = useLanguage();
  const dates = useDates();
  const linkTo = useLinkTo();
  const day = talk?.day ? dates.inText.day(talk.day) : t('noDay');
  return (
    <Section
      title={talk ? t('then', { cycle: talk.cycleName, day }) : t('loose')}
      {...(talk && !talk.passed
        ? {
            aside: (
              <Button as="a" size="small" {...linkTo({ page: 'talk', talkId: talk.talkId })}>
                {t('open')}
              </Button>
            ),
          }
        : {})}
    >
      <ul className={styles.hits}>
        {hits.map(({ where, question, excerpt }, at) => (
          <li key={at} className={styles.hit}>
            <Text size={200} className={styles.quiet}>
              {[t(`where.${where}`), question?.[language]].filter(Boolean).join(' · ')}
            </Text>
            <Text>{excerpt}</Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
