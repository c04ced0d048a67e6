/** The quiet button that opens the other times of a booked talk, and where they then are. What is shown there is loaded when it is needed. */
import { Button } from '@fluentui/react-components';
import { useState, type RefObject } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { canMove } from '#api/talk/moving/rules.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const MoveArea = laterPart(
  async () => (await import('./MoveArea.tsx')).MoveArea,
  () => null,
);

export type MoveButtonProps = {
  talk: Talk;
  open: boolean;
  onToggle: () => void;
  button: RefObject<HTMLButtonElement | null>;
  large?: boolean;
};

export function MoveButton({ talk, open, onToggle, button, large = false }: MoveButtonProps) {
  const t = useTexts('talk');
  if (!canMove(talk)) return null;
  return (
    <Button ref={button} aria-expanded={open} size={large ? 'large' : 'medium'} onClick={onToggle}>
      {t('move.button')}
    </Button>
  );
}

/** Nothing, until somebody wants to move the talk or has. */
export function MovePlace({ talk, open, onClose }: { talk: Talk; open: boolean; onClose: () => void }) {
  const [hasActed, setHasActed] = useState(false);
  if (!open && !talk.move) return null;
  return <MoveArea talk={talk} open={open} onClose={onClose} hasActed={hasActed} onAct={() => setHasActed(true)} />;
}
