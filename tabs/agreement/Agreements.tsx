/** The agreements of a talk: the list both see, adding, changing, removing with a way back. Closed by the first signature. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add20Regular, ArrowUndo20Regular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { Agreement, AgreementInput } from '#api/agreement/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { TwoTexts } from '#tabs/ui/TwoTexts.tsx';
import { AgreementForm, type AgreementFormProps } from './AgreementForm.tsx';
import { AgreementRow } from './AgreementRow.tsx';
import { LateWords } from './LateWords.tsx';
import { agreementFrom } from './use-line.ts';
import { agreementIn, inputOf, useAgreements, type AgreementsOfTalk } from './use-agreements.ts';
import { useWriting, type Writing } from './use-writing.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'stretch', minWidth: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, ':last-child': { borderBottom: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start' },
  removed: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export type AgreementsProps = {
  talkId: string;
  parties: AgreementFormProps['parties'];
  /** Whether the two may change their agreements now: from the start of the talk until the first signature. */
  open: boolean;
  /** Words that an agreement is to be made of. They wait while another one is being written; `onTaken` when the form has them. */
  proposal?: { words: string; onTaken: () => void } | null;
};

const fresh = (words: string, ownerId: string): Writing => ({
  id: crypto.randomUUID(),
  version: null,
  input: agreementFrom(words, ownerId),
});

export function Agreements({ talkId, parties, open, proposal = null }: AgreementsProps) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const agreements = useAgreements(talkId, open);
  const kept = useWriting(talkId);
  // What was being written when the agreements were closed is shown beside them.
  const writing = open ? kept.writing : null;
  const { list } = agreements;
  const mayBegin = open && writing === null && list.data !== undefined;
  const [taken, setTaken] = useState<AgreementsProps['proposal']>(null);
  if (proposal && mayBegin && taken !== proposal) {
    setTaken(proposal);
    kept.begin(fresh(proposal.words, parties.employee.id));
  }
  useEffect(() => taken?.onTaken(), [taken]);
  if (!list.data) return list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : <RowsSkeleton rows={2} />;
  const begin = (next: Writing): void => {
    agreements.forget();
    kept.begin(next);
  };
  const form = writing && (
    <Writer talkId={talkId} agreements={agreements} parties={parties} writing={writing} onEnd={kept.end} onPut={kept.put} />
  );
  const all = list.data.agreements;
  return (
    <div className={styles.around}>
      {all.length === 0 && !form && <Text className={styles.quiet}>{open ? t('none') : t('noneAfter')}</Text>}
      {all.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {all.map((one) => (
            <li key={one.agreementId} className={styles.item}>
              {writing?.id === one.agreementId && writing.version !== null ? (
                form
              ) : (
                <AgreementRow
                  agreement={one}
                  {...(open
                    ? {
                        onEdit: () => begin({ id: one.agreementId, version: one.version, input: inputOf(one) }),
                        onRemove: () => void agreements.remove(one).catch(() => undefined),
                      }
                    : {})}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {writing?.version === null && form}
      {!open && <LateWords talkId={talkId} />}
      {!writing && <ProblemNotice error={agreements.error} />}
      <div role="status">{agreements.removed && <Removed agreements={agreements} agreement={agreements.removed} />}</div>
      {open && !writing && (
        <Button className={styles.add} icon={<Add20Regular />} onClick={() => begin(fresh('', parties.employee.id))}>
          {t('add')}
        </Button>
      )}
    </div>
  );
}

function Removed({ agreements, agreement }: { agreements: AgreementsOfTalk; agreement: Agreement }) {
  const styles = useStyles();
  const t = useTexts('agreement');
  return (
    <span className={styles.removed}>
      <Text className={styles.quiet}>{t('removed', { text: short(agreement.text) })}</Text>
      <Button size="small" autoFocus icon={<ArrowUndo20Regular />} onClick={() => void agreements.undo(agreement).catch(() => undefined)}>
        {t('undo')}
      </Button>
    </span>
  );
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

type WriterProps = {
  talkId: string;
  agreements: AgreementsOfTalk;
  parties: AgreementsProps['parties'];
  writing: Writing;
  onEnd: () => void;
  /** Keeps what is typed, or what is sent once more. */
  onPut: (writing: Writing) => void;
};

/** The form with what came back: a problem, or the other's version of the same agreement. */
function Writer({ talkId, agreements, parties, writing, onEnd, onPut }: WriterProps) {
  const { error, list } = agreements;
  const linked = list.data?.agreements.find(({ agreementId }) => agreementId === writing.id)?.goal ?? null;
  const other = error?.reason === 'stale' ? agreementIn(asRefused(error).problem.current) : null;
  const save = (input: AgreementInput, version: number | null): void => {
    const { id } = writing;
    onPut({ id, version, input });
    const sent = version === null ? agreements.add(id, input) : agreements.update({ agreementId: id, version }, input);
    // The error is shown from the call's own state; the form stays as it is.
    void sent.then(onEnd, () => undefined);
  };
  return (
    <>
      <AgreementForm
        parties={parties}
        start={writing.input}
        goalOf={{ talkId, linked }}
        busy={agreements.busy}
        onType={(input) => onPut({ ...writing, input })}
        onSave={(input) => save(input, writing.version)}
        onCancel={() => {
          agreements.forget();
          onEnd();
        }}
      />
      {other ? (
        <TwoTexts
          mine={writing.input.text}
          other={other.text}
          onKeepMine={() => save(writing.input, other.version)}
          onTakeOther={() => {
            agreements.forget();
            onEnd();
          }}
        />
      ) : (
        <ProblemNotice error={error} />
      )}
    </>
  );
}
