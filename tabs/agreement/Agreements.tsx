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
import { agreementFrom } from './use-line.ts';
import { agreementIn, inputOf, useAgreements, type AgreementsOfTalk } from './use-agreements.ts';

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

/** What is being written: nothing, a new one, or a change of one as it was when the form was opened. */
type Writing = null | { agreementId: string; version: number | null; input: AgreementInput };

const fresh = (words: string, ownerId: string): Writing => ({
  agreementId: crypto.randomUUID(),
  version: null,
  input: agreementFrom(words, ownerId),
});

export function Agreements({ talkId, parties, open, proposal = null }: AgreementsProps) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const agreements = useAgreements(talkId, open);
  const [writing, setWriting] = useState<Writing>(null);
  const { list } = agreements;
  const mayBegin = open && writing === null && list.data !== undefined;
  const [taken, setTaken] = useState<AgreementsProps['proposal']>(null);
  if (proposal && mayBegin && taken !== proposal) {
    setTaken(proposal);
    setWriting(fresh(proposal.words, parties.employee.id));
  }
  useEffect(() => taken?.onTaken(), [taken]);
  if (!list.data) return list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : <RowsSkeleton rows={2} />;
  const begin = (next: Writing): void => {
    agreements.forget();
    setWriting(next);
  };
  const form = writing && (
    <Writer
      talkId={talkId}
      agreements={agreements}
      parties={parties}
      writing={writing}
      onEnd={() => setWriting(null)}
      onAgain={setWriting}
    />
  );
  const all = list.data.agreements;
  return (
    <div className={styles.around}>
      {all.length === 0 && !form && <Text className={styles.quiet}>{open ? t('none') : t('noneAfter')}</Text>}
      {all.length > 0 && (
        <ul className={styles.list} aria-label={t('title')}>
          {all.map((one) => (
            <li key={one.agreementId} className={styles.item}>
              {writing?.agreementId === one.agreementId && writing.version !== null ? (
                form
              ) : (
                <AgreementRow
                  agreement={one}
                  {...(open
                    ? {
                        onEdit: () => begin({ agreementId: one.agreementId, version: one.version, input: inputOf(one) }),
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
      <Button size="small" icon={<ArrowUndo20Regular />} onClick={() => void agreements.undo(agreement).catch(() => undefined)}>
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
  writing: NonNullable<Writing>;
  onEnd: () => void;
  onAgain: (writing: Writing) => void;
};

/** The form with what came back: a problem, or the other's version of the same agreement. */
function Writer({ talkId, agreements, parties, writing, onEnd, onAgain }: WriterProps) {
  const { error, list } = agreements;
  const linked = list.data?.agreements.find(({ agreementId }) => agreementId === writing.agreementId)?.goal ?? null;
  const other = error?.reason === 'stale' ? agreementIn(asRefused(error).problem.current) : null;
  const save = (input: AgreementInput, version: number | null): void => {
    const { agreementId } = writing;
    onAgain({ agreementId, version, input });
    const sent = version === null ? agreements.add(agreementId, input) : agreements.update({ agreementId, version }, input);
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
