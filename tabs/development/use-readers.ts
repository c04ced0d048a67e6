/** Who reads a goal with this mark, in plain words: the rule's own (api/development/goal/rules.ts), as the employee is told before saving. */
import type { Goals, Visibility } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

/** Of a goal of the reader's own, when it is stored now. */
export function useReaders({ manager, managersManager }: Pick<Goals, 'manager' | 'managersManager'>, visibility: Visibility): string {
  const t = useTexts('goal');
  if (!manager) return t(visibility === 'manager' ? 'readers.nobody' : 'readers.nobodyMarked');
  const { name } = manager;
  if (visibility === 'manager') return t('readers.manager', { name });
  return managersManager ? t('readers.marked', { name, next: managersManager.name }) : t('readers.markedTop', { name });
}
