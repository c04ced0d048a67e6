/** The shared notes where they are shown: their editor is loaded only now. Only for a talk that has started: before that the server opens them for nobody. */
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

export const SharedNotes = laterPart(
  async () => (await import('./NotesEditor.tsx')).NotesEditor,
  () => <BlockSkeleton size={128} />,
);
