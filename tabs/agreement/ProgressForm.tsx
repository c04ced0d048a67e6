/** How it goes with an agreement: one of five calm words, and a short note or none. */
import type { AgreementStatus } from '#api/agreement/contract.ts';
import { progressNoteLimit } from '#api/agreement/following/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HowItGoes, type HowItGoesProps } from '#tabs/ui/HowItGoes.tsx';

const statuses: AgreementStatus[] = ['not-begun', 'under-way', 'kept', 'changed', 'dropped'];

export function ProgressForm(props: Pick<HowItGoesProps<AgreementStatus>, 'keep' | 'start' | 'busy' | 'onSave' | 'onClose'>) {
  const t = useTexts('following');
  const agreement = useTexts('agreement');
  const states = statuses.map((state) => ({ state, label: agreement(`status.${state}`) }));
  const words = { how: t('how'), note: t('note'), noteHint: t('noteHint'), save: t('save') };
  return <HowItGoes {...props} {...{ states, words }} noteLimit={progressNoteLimit} />;
}
