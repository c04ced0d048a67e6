/** The text of the shared notes and its tools. Undo takes back one's own changes only. What does not fit stays beside it, and history lies over it. */
import { Button, makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components';
import { Handshake20Regular, History20Regular } from '@fluentui/react-icons';
import { Collaboration } from '@tiptap/extension-collaboration';
import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { notesFragment } from '#api/note/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { LinkField } from './LinkField.tsx';
import { NotesToolbar } from './NotesToolbar.tsx';
import { TooMuch } from './TooMuch.tsx';
import { cursorsOf } from './use-cursors.ts';
import { lineOf } from './use-line.ts';
import { useLookOfText } from './use-look-of-text.ts';
import type { Notes } from './use-notes.ts';
import { notePieces } from './use-pieces.ts';
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
  tools: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end' },
  hidden: { display: 'none' },
});

/** In the notes: makes an agreement of the line. */
const agreeKey = 'F9';

export type NotesTextProps = { talkId: string; notes: Notes; mayWrite: boolean; onAgree?: (line: string) => void };
/** What did not fit: the text that was pasted, or null when typing was turned away. */
type Left = { pasted: string | null } | null;

export function NotesText({ talkId, notes, mayWrite, onAgree }: NotesTextProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const [left, setLeft] = useState<Left>(null);
  const [over, setOver] = useState<'link' | 'history' | null>(null);
  const editor = useNotesEditor(notes, mayWrite, (pasted) => setLeft((before) => (pasted === null && before ? before : { pasted })));
  const close = (): void => {
    setOver(null);
    editor.commands.focus();
  };
  return (
    <>
      {over === 'history' && <NotesHistory talkId={talkId} editor={editor} mayWrite={mayWrite} onClose={close} />}
      <div className={mergeClasses(styles.frame, !mayWrite && styles.closed, over === 'history' && styles.hidden)}>
        {mayWrite && <NotesToolbar editor={editor} onLink={() => setOver(over === 'link' ? null : 'link')} />}
        {mayWrite && over === 'link' && <LinkField editor={editor} onClose={close} />}
        <div className={styles.page}>
          <Hint editor={editor} mayWrite={mayWrite} />
          <EditorContent
            editor={editor}
            className={useLookOfText()}
            onKeyDown={(event) => {
              if (event.key === agreeKey && mayWrite && onAgree) {
                event.preventDefault();
                onAgree(lineOf(editor));
              }
              if (!mayWrite || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              setOver('link');
            }}
          />
        </div>
        <div className={styles.tools}>
          {mayWrite && onAgree && (
            <Button
              size="small"
              appearance="subtle"
              icon={<Handshake20Regular />}
              aria-keyshortcuts={agreeKey}
              title={t('agreeKey', { key: agreeKey })}
              // The text keeps its marking, which says what is meant.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onAgree(lineOf(editor))}
            >
              {t('agree')}
            </Button>
          )}
          <Button size="small" appearance="subtle" icon={<History20Regular />} onClick={() => setOver('history')}>
            {t('history.open')}
          </Button>
        </div>
      </div>
      {left && <TooMuch talkId={talkId} pasted={left.pasted} onDone={() => setLeft(null)} />}
    </>
  );
}

function useNotesEditor(notes: Notes, mayWrite: boolean, onTooMuch: (pasted: string | null) => void): Editor {
  const t = useTexts('note');
  const label = t('label');
  const editor = useEditor(
    {
      extensions: [
        ...notePieces((text) => text || t('emptyBox')),
        Collaboration.configure({ document: notes.document, field: notesFragment }),
        cursorsOf(notes.awareness),
        roomFor(onTooMuch),
      ],
      editable: mayWrite,
      editorProps: { attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label } },
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
