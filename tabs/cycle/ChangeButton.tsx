/** A proposed change in words, as a button that makes it. */
import { Button } from '@fluentui/react-components';
import type { Relax } from '#api/cycle/outcome/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

/** The change as something to do: "Last day Friday 29 January". `people`: how many talks it is for, where that matters. */
export function useChangeWords(): (change: Relax, people?: number) => string {
  const t = useTexts('cycle');
  const dates = useDates();
  return (change, people = 1) => {
    switch (change.kind) {
      case 'longer-window':
        return t('change.longer-window', { day: dates.inText.shortDay(change.windowTo) });
      case 'second-window': {
        const [from, to] = [dates.inText.shortDay(change.from), dates.inText.shortDay(change.to)];
        return t('change.second-window', { count: people, from, to });
      }
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

type ChangeButtonProps = { change: Relax; people?: number; busy?: boolean; onPress: () => void; more?: string };

export function ChangeButton({ change, people, busy, onPress, more }: ChangeButtonProps) {
  const words = useChangeWords()(change, people);
  return (
    <Button size="small" disabledFocusable={busy ?? false} onClick={onPress}>
      {more ? `${words} · ${more}` : words}
    </Button>
  );
}
