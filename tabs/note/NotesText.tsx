/** The text of the shared notes and its tools. Undo takes back one's own changes only. What does not fit stays beside it, and history lies over it. */
import { makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components';
import { Collaboration } from '@tiptap/extension-collaboration';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { notesFragment } from '#api/note/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { LinkField } from './LinkField.tsx';
import { agreeKey, NotesFoot } from './NotesFoot.tsx';
import { NotesToolbar } from './NotesToolbar.tsx';
import { TooMuch } from './TooMuch.tsx';
import { cursorsOf } from './use-cursors.ts';
import { lineOf } from './use-line.ts';
import { useLookOfText } from './use-look-of-text.ts';
import type { Notes } from './use-notes.ts';
import { keptBlocks, notePieces } from './use-pieces.ts';
import { roomFor } from './use-room.ts';

const NotesHistory = laterPart(
  async () => (await import('./NotesHistory.tsx')).NotesHistory,
  () => <BlockSkeleton size={128} />,
);

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    ...shorthands.border('1px', 'solid', tokens.colorNeutralStrokeAccessible),
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '-1px' },
  },
  closed: { backgroundColor: tokens.colorNeutralBackground3, ...shorthands.borderColor(tokens.colorNeutralStroke2) },
  // The name at another's cursor may reach over the right edge: the page must not become wider for it.
  page: { position: 'relative', minHeight: '120px', overflowX: 'clip' },
  hint: {
    position: 'absolute',
    top: '12px',
    left: '12px',
    right: '12px',
    color: tokens.colorNeutralForeground3,
    pointerEvents: 'none',
  },
  hidden: { display: 'none' },
});

export type NotesTextProps = { talkId: string; notes: Notes; mayWrite: boolean; onAgree?: (line: string) => void };
/** What did not fit: the text that was pasted, or null when typing was turned away. */
type Left = { pasted: string | null } | null;

export function NotesText({ talkId, notes, mayWrite, onAgree }: NotesTextProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const frame = useRef<HTMLDivElement>(null);
  const keysId = useId();
  const [left, setLeft] = useState<Left>(null);
  const [over, setOver] = useState<'link' | 'history' | null>(null);
  const editor = useNotesEditor(notes, { mayWrite, keysId }, (pasted) =>
    setLeft((before) => (pasted === null && before ? before : { pasted })),
  );
  const close = (): void => {
    setOver(null);
    editor.commands.focus();
  };
  const done = (): void => {
    setLeft(null);
    editor.commands.focus();
  };
  const agree = (): void => onAgree?.(lineOf(editor));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!mayWrite) return;
    // In a list Tab changes the list: there has to be another way out.
    if (event.key === 'Escape' && !event.nativeEvent.isComposing)
      frame.current?.querySelector<HTMLElement>('[role="toolbar"] [tabindex="0"]')?.focus();
    const isLink = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (isLink) setOver('link');
    if (event.key === agreeKey) agree();
    if (isLink || (event.key === agreeKey && onAgree)) event.preventDefault();
  };
  return (
    <>
      {over === 'history' && <NotesHistory talkId={talkId} editor={editor} mayWrite={mayWrite} onClose={close} />}
      <div ref={frame} className={mergeClasses(styles.frame, !mayWrite && styles.closed, over === 'history' && styles.hidden)}>
        {mayWrite && <NotesToolbar editor={editor} onLink={() => setOver(over === 'link' ? null : 'link')} />}
        {mayWrite && over === 'link' && <LinkField editor={editor} onClose={close} />}
        <div className={styles.page}>
          <Hint editor={editor} mayWrite={mayWrite} />
          <span id={keysId} hidden>
            {mayWrite && t('keys')}
          </span>
          <EditorContent editor={editor} className={useLookOfText()} onKeyDown={onKeyDown} />
        </div>
        <NotesFoot onAgree={mayWrite && onAgree ? agree : null} onHistory={() => setOver('history')} />
      </div>
      {left && <TooMuch talkId={talkId} pasted={left.pasted} onDone={done} />}
    </>
  );
}

type Looks = { mayWrite: boolean; /** Of the words that say which keys there are. */ keysId: string };

function useNotesEditor(notes: Notes, { mayWrite, keysId }: Looks, onTooMuch: (pasted: string | null) => void): Editor {
  const t = useTexts('note');
  const label = t('label');
  const editor = useEditor(
    {
      extensions: [
        ...notePieces((text) => text || t('emptyBox')),
        Collaboration.configure({ document: notes.document, field: notesFragment, yUndoOptions: { protectedNodes: keptBlocks } }),
        cursorsOf(notes.awareness),
        roomFor(onTooMuch),
      ],
      editable: mayWrite,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, 'aria-describedby': keysId } },
      shouldRerenderOnTransaction: true,
      injectCSS: false,
    },
    [notes, label],
  );
  useEffect(() => {
    editor.setEditable(mayWrite);
  }, [editor, mayWrite]);
  return editor;
}

function Hint({ editor, mayWrite }: { editor: Editor; mayWrite: boolean }) {
  const styles = useStyles();
  const t = useTexts('note');
  if (!editor.isEmpty) return null;
  return (
    <Text aria-hidden className={styles.hint}>
      {mayWrite ? t('hint') : t('nothing')}
    </Text>
  );
}
