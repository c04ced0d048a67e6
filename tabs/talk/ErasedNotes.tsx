/** In the place of notes and preparations that have been kept for long enough: that they are gone, since when and why. Its code and words come when it is shown. */
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import type { ErasedWordsProps } from './ErasedWords.tsx';

export const ErasedNotes = laterPart<ErasedWordsProps>(
  async () => (await import('./ErasedWords.tsx')).ErasedWords,
  () => null,
);
