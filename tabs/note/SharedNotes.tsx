/** The shared notes where they are shown: their editor is loaded only now. */
import { lazy, Suspense } from 'react';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import type { NotesEditorProps } from './NotesEditor.tsx';

const NotesEditor = lazy(async () => ({ default: (await import('./NotesEditor.tsx')).NotesEditor }));

/** Only for a talk that has started: before that the server opens them for nobody. */
export function SharedNotes(props: NotesEditorProps) {
  return (
    <Suspense fallback={<BlockSkeleton size={128} />}>
      <NotesEditor {...props} />
    </Suspense>
  );
}
