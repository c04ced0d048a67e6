/** Words on their way from the shared notes to the form of an agreement. */
import { useCallback, useMemo, useState } from 'react';

export function useProposal() {
  const [words, setWords] = useState<{ text: string } | null>(null);
  const onTaken = useCallback(() => setWords(null), []);
  return {
    proposal: useMemo(() => words && { words: words.text, onTaken }, [words, onTaken]),
    onAgree: useCallback((text: string) => setWords({ text }), []),
  };
}
