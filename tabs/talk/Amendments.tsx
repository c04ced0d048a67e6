/** What has been changed since it was signed, and what is suggested: each with who and when. The other confirms; what was signed stays beside it. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import type { Change, Entry } from '#api/talk/signing/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { StatementForm } from './StatementForm.tsx';
import type { RecordOfTalk } from './use-record.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '16px' },
  one: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  terms: { display: 'grid', gridTemplateColumns: 'auto minmax(0, 1fr)', gap: '4px 12px', margin: 0 },
  value: { margin: 0, display: 'flex', flexDirection: 'column', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type AmendmentsProps = { talk: Talk; record: RecordOfTalk; badge?: ReactNode };

export function Amendments({ talk, record, badge }: AmendmentsProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const [writing, setWriting] = useState(false);
  const [sentId, setSentId] = useState('');
  const { read, busy, error } = record;
  const entries = read.data?.entries ?? [];
  const proposals = entries.filter(({ kind }) => kind === 'proposed');
  const answerTo = (entryId: string): Entry | undefined => entries.find(({ about }) => about === entryId);
  const waiting = proposals.find(({ entryId, change }) => change === null && !answerTo(entryId));
  const other = talk[talk.me === 'employee' ? 'manager' : 'employee'].name;
  return (
    <Section title={t('amend.title')}>
      {proposals.length === 0 && <Text className={styles.quiet}>{t('amend.none')}</Text>}
      <ul className={styles.list} aria-label={t('amend.title')}>
        {proposals.map((proposal) => (
          <li key={proposal.entryId}>
            <One proposal={proposal} answer={answerTo(proposal.entryId)} other={other} record={record} />
          </li>
        ))}
      </ul>
      {writing ? (
        <StatementForm
          keep={`correction/${talk.talkId}`}
          words={{ title: t('amend.add'), label: t('amend.label'), hint: t('amend.hint', { name: other }), send: t('amend.send') }}
          busy={busy}
          onSend={(text, id) => {
            setSentId(id);
            return record.correct(text, id);
          }}
          onClose={() => setWriting(false)}
          badge={badge}
        />
      ) : waiting ? (
        <Said comesFirst={waiting.entryId === sentId} className={styles.quiet}>
          {t('amend.closed')}
        </Said>
      ) : (
        <div className={styles.actions}>
          <Button onClick={() => setWriting(true)}>{t('amend.add')}</Button>
        </div>
      )}
      <ProblemNotice error={error} />
      <Intact record={record} />
    </Section>
  );
}

function One({ proposal, answer, other, record }: { proposal: Entry; answer: Entry | undefined; other: string; record: RecordOfTalk }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  const { entryId, change, text, name, at, byMe } = proposal;
  const [mine, setMine] = useState(false);
  const act = (answered: 'confirmed' | 'declined' | 'withdrawn') => (): void => {
    setMine(true);
    void record.answer(entryId, answered);
  };
  const ended = answer?.kind === 'confirmed' || answer?.kind === 'declined' || answer?.kind === 'withdrawn' ? answer.kind : null;
  return (
    <div className={styles.one}>
      <Text weight="semibold">{t(change ? 'amend.change' : 'amend.correction')}</Text>
      {change && <Terms change={change} />}
      {text && <Text className={styles.text}>{text}</Text>}
      <Said comesFirst={mine && answer !== undefined} size={200} className={styles.quiet}>
        {t('amend.proposed', { name, when: inText.instant(at) })}{' '}
        {answer && ended
          ? t(`amend.${ended}`, { name: answer.name, when: inText.instant(answer.at) })
          : byMe && t('amend.yours', { name: other })}
      </Said>
      {!answer && (
        <div className={styles.actions}>
          {byMe ? (
            <Button size="small" disabledFocusable={record.busy} onClick={act('withdrawn')}>
              {t('amend.withdraw')}
            </Button>
          ) : (
            <>
              <Button appearance="primary" disabledFocusable={record.busy} onClick={act('confirmed')}>
                {t('amend.confirm')}
              </Button>
              <Button disabledFocusable={record.busy} onClick={act('declined')}>
                {t('amend.decline')}
              </Button>
            </>
          )}
        </div>
      )}
    </div>
  );
}

function Terms({ change }: { change: Change }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  return (
    <dl className={styles.terms}>
      {(['from', 'to'] as const).map((which) => {
        const { text, ownerName: owner, due } = change[which];
        return [
          <dt key={which} className={styles.quiet}>
            {t(which === 'from' ? 'amend.before' : 'amend.after')}
          </dt>,
          <dd key={`${which} says`} className={styles.value}>
            <Text className={styles.text}>{text}</Text>
            <Text size={200} className={styles.quiet}>
              {due ? t('due', { owner, day: inText.shortDay(due) }) : t('noDue', { owner })}
            </Text>
          </dd>,
        ];
      })}
    </dl>
  );
}

/** That nothing has been changed behind anybody's back, and the newest link of the chain for whoever wants to keep it. */
function Intact({ record }: { record: RecordOfTalk }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const data = record.read.data;
  if (!data) return null;
  if (!data.intact) return <Text role="alert">{t('amend.broken')}</Text>;
  const newest = data.entries.at(-1)?.hash ?? '';
  return (
    <Text size={200} className={styles.quiet}>
      {t('amend.intact')} {newest && t('amend.print', { hash: newest.slice(0, 16) })}
    </Text>
  );
}
