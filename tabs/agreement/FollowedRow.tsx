/** One signed agreement: what, who and by when, how it goes and who said so; and the two things that can be done with it. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgreementInput } from '#api/agreement/contract.ts';
import type { FollowedAgreement } from '#api/agreement/following/contract.ts';
import { isOpen } from '#api/agreement/following/rules.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { AgreementForm } from './AgreementForm.tsx';
import { AgreementRow } from './AgreementRow.tsx';
import { ProgressForm } from './ProgressForm.tsx';
import { useFollow } from './use-follow.ts';
import { useWriting } from './use-writing.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  step: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
});

export type FollowedRowProps = {
  agreement: FollowedAgreement;
  /** From which talk, and whose: where agreements of several stand together. */
  from?: string;
  /** Reads the list again, when the other has said something meanwhile. */
  readAgain: () => void;
};

export function FollowedRow({ agreement, from, readAgain }: FollowedRowProps) {
  const styles = useStyles();
  const t = useTexts('following');
  const status = useTexts('agreement');
  const linkTo = useLinkTo();
  const kept = useWriting(`change/${agreement.agreementId}`);
  const [isSaying, setIsSaying] = useState(false);
  const { writing } = kept;
  const follow = useFollow(agreement, readAgain);
  const { agreementId, talkId, text, ownerId, due, mayFollow, amended, changeWaits } = agreement;
  const close = (): void => {
    follow.forget();
    setIsSaying(false);
    kept.end();
  };
  const facts = [status(`status.${agreement.status}`), amended ? t('amended') : '', from ?? ''].filter(Boolean);
  return (
    <div className={styles.row}>
      <AgreementRow agreement={agreement} warnLate={isOpen(agreement.status)} />
      <Text size={200} className={styles.quiet}>
        <Text size={200} weight="semibold">
          {facts[0]}
        </Text>
        {facts.slice(1).map((fact) => ` · ${fact}`)}
      </Text>
      {changeWaits && (
        <Text size={200} className={styles.quiet}>
          {t('changeWaits')}{' '}
          <Link inline {...linkTo({ page: 'sign', talkId })}>
            {t('seeChange')}
          </Link>
        </Text>
      )}
      {agreement.steps.length > 0 && <Steps agreement={agreement} />}
      {isSaying && (
        <ProgressForm keep={`progress/${agreementId}`} start={agreement.status} busy={follow.busy} onSave={follow.say} onClose={close} />
      )}
      {writing && (
        <ChangeForm
          agreement={agreement}
          start={writing.input}
          busy={follow.busy}
          onType={(input) => kept.put({ ...writing, input })}
          onSave={(input) => follow.suggest(writing.id, input)}
          onClose={close}
        />
      )}
      <ProblemNotice error={follow.error} />
      {!isSaying && !writing && mayFollow && (
        <Actions
          agreement={agreement}
          onSay={() => setIsSaying(true)}
          onChange={() => kept.begin({ id: crypto.randomUUID(), version: null, input: { text, ownerId, due } })}
        />
      )}
      {!mayFollow && !agreement.signed && (
        <Text size={200} className={styles.quiet}>
          {t('notSigned')}
        </Text>
      )}
    </div>
  );
}

/** The two things that can be done; a second change waits until the first is answered. */
function Actions({ agreement, onSay, onChange }: { agreement: FollowedAgreement; onSay: () => void; onChange: () => void }) {
  const styles = useStyles();
  const t = useTexts('following');
  const { text, changeWaits } = agreement;
  return (
    <div className={styles.actions}>
      <Button size="small" aria-label={t('sayOne', { text })} onClick={onSay}>
        {t('say')}
      </Button>
      {!changeWaits && (
        <Button size="small" appearance="subtle" aria-label={t('changeOne', { text })} onClick={onChange}>
          {t('change')}
        </Button>
      )}
    </div>
  );
}

type ChangeFormProps = {
  agreement: FollowedAgreement;
  start: AgreementInput;
  busy: boolean;
  onType: (input: AgreementInput) => void;
  onSave: (input: AgreementInput) => Promise<boolean>;
  onClose: () => void;
};

function ChangeForm({ agreement, onSave, onClose, ...form }: ChangeFormProps) {
  const styles = useStyles();
  const t = useTexts('following');
  const { person } = useMe();
  const { employee, manager } = agreement;
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('changeHint')}
      </Text>
      <AgreementForm
        parties={{ employee, manager, meId: person.id }}
        {...form}
        onSave={(input) => void onSave(input).then((stored) => stored && onClose())}
        onCancel={onClose}
      />
    </>
  );
}

function Steps({ agreement: { steps } }: { agreement: FollowedAgreement }) {
  const styles = useStyles();
  const t = useTexts('following');
  const status = useTexts('agreement');
  const { inText } = useDates();
  return (
    <Fold title={t('history', { count: steps.length })}>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.at} className={styles.step}>
            <Text size={200} className={styles.quiet}>
              {t('step', { status: status(`status.${step.status}`), name: step.name, when: inText.instant(step.at) })}
            </Text>
            {step.note && <Text>{step.note}</Text>}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
