/** The editor of the shared notes: two people type into the same text. Loaded only where notes are shown, since it weighs more than a page. */
import { makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { ListKit } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text as TextPiece } from '@tiptap/extension-text';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, type ReactNode } from 'react';
import { notesFragment } from '#api/note/contract.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { SavedState } from '#tabs/ui/SavedState.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { NotesToolbar } from './NotesToolbar.tsx';
import { useNotes, useNotesLook, type Notes } from './use-notes.ts';

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
  page: { position: 'relative', minHeight: '120px' },
  hint: {
    position: 'absolute',
    top: '12px',
    left: '12px',
    right: '12px',
    color: tokens.colorNeutralForeground3,
    pointerEvents: 'none',
  },
  text: {
    '& .ProseMirror': {
      minHeight: '120px',
      boxSizing: 'border-box',
      padding: '12px',
      outlineStyle: 'none',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: tokens.fontSizeBase300,
      lineHeight: '1.5',
    },
    '& .ProseMirror > :first-child': { marginTop: 0 },
    '& .ProseMirror > :last-child': { marginBottom: 0 },
    '& .ProseMirror p': { margin: '0 0 8px' },
    '& .ProseMirror h3': { margin: '12px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
    '& .ProseMirror ul, & .ProseMirror ol': { margin: '0 0 8px', paddingLeft: '22px' },
    '& .ProseMirror li > p': { margin: 0 },
  },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center', minHeight: '24px' },
  around: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type NotesEditorProps = { talkId: string; badge?: ReactNode };

export function NotesEditor({ talkId, badge }: NotesEditorProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const { token } = useTeams();
  const notes = useNotes(talkId, token);
  const { state, loaded, mayWrite } = useNotesLook(notes);
  return (
    <div className={styles.around}>
      {notes && loaded ? <Editor notes={notes} mayWrite={mayWrite === true} /> : <BlockSkeleton size={128} />}
      <div className={styles.foot}>
        {mayWrite === false ? (
          <Text size={200} className={styles.quiet}>
            {t(state === 'saving' ? 'closedLate' : 'closed')}
          </Text>
        ) : (
          <SavedState state={state} />
        )}
        {badge}
      </div>
    </div>
  );
}

/** What can be written: paragraphs, one level of headings, lists, bold, italic. Undo takes back one's own changes only (Collaboration). */
const pieces = [
  Document,
  Paragraph,
  TextPiece,
  HardBreak,
  Bold,
  Italic,
  Heading.configure({ levels: [3] }),
  ListKit.configure({ taskItem: false, taskList: false }),
];

function Editor({ notes, mayWrite }: { notes: Notes; mayWrite: boolean }) {
  const styles = useStyles();
  const t = useTexts('note');
  const label = t('label');
  const editor = useEditor(
    {
      extensions: [...pieces, Collaboration.configure({ document: notes.document, field: notesFragment })],
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
  return (
    <div className={mergeClasses(styles.frame, !mayWrite && styles.closed)}>
      {mayWrite && <NotesToolbar editor={editor} />}
      <div className={styles.page}>
        {editor.isEmpty && (
          <Text aria-hidden className={styles.hint}>
            {mayWrite ? t('hint') : t('nothing')}
          </Text>
        )}
        <EditorContent editor={editor} className={styles.text} />
      </div>
    </div>
  );
}
