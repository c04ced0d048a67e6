/** A proposed change in words, as a button that makes it. */
import { Button } from '@fluentui/react-components';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

/** The change as something to do: "Last day Friday 29 January". */
export function useChangeWords(): (change: Relax) => string {
  const t = useTexts('cycle');
  const dates = useDates();
  return (change) => {
    switch (change.kind) {
      case 'longer-window':
        return t('change.longer-window', { day: dates.inText.shortDay(change.windowTo) });
      case 'shorter-talk':
        return t('change.shorter-talk', { count: change.lengthMinutes });
      case 'more-per-day':
        return t('change.more-per-day', { count: change.maxPerDay });
      case 'other-person':
        return t('change.other-person', { name: change.manager.name });
      case 'without-buffer':
      case 'without-room':
      case 'without-extra':
        return t(`change.${change.kind}`);
    }
  };
}

export function ChangeButton({ change, busy, onPress, more }: { change: Relax; busy?: boolean; onPress: () => void; more?: string }) {
  const words = useChangeWords();
  return (
    <Button size="small" disabledFocusable={busy ?? false} onClick={onPress}>
      {more ? `${words(change)} · ${more}` : words(change)}
    </Button>
  );
}
