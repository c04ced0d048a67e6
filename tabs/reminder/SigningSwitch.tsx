/** For HR, on a launched cycle: whether people may turn off reminders of their signature. Takes hold at once, and is taken back the same way. */
import { Field, Switch } from '@fluentui/react-components';
import { readMissed, type Missed } from '#api/reminder/missed/contract.ts';
import { saveSigning } from '#api/reminder/signing/contract.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

type SigningSwitchProps = { cycleId: string; data: Missed; readAgain: () => Promise<unknown> };

export function SigningSwitch({ cycleId, data, readAgain }: SigningSwitchProps) {
  const t = useTexts('reminder');
  const keep = useKeep();
  const params = { cycleId };
  const { signing } = data;
  const save = useSend(saveSigning, {
    onDone: (stored) => keep(readMissed, { params }, { ...data, signing: stored }),
  });
  const wished = save.isPending ? save.variables.body?.mayBeOff : undefined;
  return (
    <>
      <Field hint={t('missed.mayBeOffHint')}>
        <Switch
          label={t('missed.mayBeOff')}
          checked={wished ?? signing.mayBeOff}
          onChange={(_event, { checked }) => save.mutate({ params, body: { mayBeOff: checked }, version: signing.version })}
        />
      </Field>
      <ProblemNotice error={save.error} onRetry={() => void readAgain().then(() => save.reset())} />
    </>
  );
}
