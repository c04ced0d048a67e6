/** One signed agreement: what, who and by when, how it goes and who said so; and the two things that can be done with it. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
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
  const [open, setOpen] = useState<{ form: 'progress' } | { form: 'change'; entryId: string } | null>(null);
  const follow = useFollow(agreement, readAgain);
  const { agreementId, talkId, text, mayFollow, amended, changeWaits } = agreement;
  const close = (): void => {
    follow.forget();
    setOpen(null);
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
      {open?.form === 'progress' && (
        <ProgressForm keep={`progress/${agreementId}`} start={agreement.status} busy={follow.busy} onSave={follow.say} onClose={close} />
      )}
      {open?.form === 'change' && (
        <ChangeForm agreement={agreement} busy={follow.busy} onClose={close} onSave={(input) => follow.suggest(open.entryId, input)} />
      )}
      <ProblemNotice error={follow.error} />
      {!open && mayFollow && (
        <div className={styles.actions}>
          <Button size="small" aria-label={t('sayOne', { text })} onClick={() => setOpen({ form: 'progress' })}>
            {t('say')}
          </Button>
          {!changeWaits && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={t('changeOne', { text })}
              onClick={() => setOpen({ form: 'change', entryId: crypto.randomUUID() })}
            >
              {t('change')}
            </Button>
          )}
        </div>
      )}
      {!mayFollow && !agreement.signed && (
        <Text size={200} className={styles.quiet}>
          {t('notSigned')}
        </Text>
      )}
    </div>
  );
}

type ChangeFormProps = {
  agreement: FollowedAgreement;
  busy: boolean;
  onSave: (input: { text: string; ownerId: string; due: string | null }) => Promise<boolean>;
  onClose: () => void;
};

function ChangeForm({ agreement, busy, onSave, onClose }: ChangeFormProps) {
  const styles = useStyles();
  const t = useTexts('following');
  const { person } = useMe();
  const { employee, manager, text, ownerId, due } = agreement;
  return (
    <>
      <Text size={200} className={styles.quiet}>
        {t('changeHint')}
      </Text>
      <AgreementForm
        parties={{ employee, manager, meId: person.id }}
        start={{ text, ownerId, due }}
        busy={busy}
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
