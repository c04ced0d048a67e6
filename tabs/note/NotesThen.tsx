/** The shared notes as they stood at a step of their history, piece by piece. What is no longer in them is marked, and can be put back. */
import { Badge, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import type { Editor } from '@tiptap/react';
import { useMemo, useState } from 'react';
import * as Y from 'yjs';
import { notesFragment } from '#api/note/contract.ts';
import { readNoteStep } from '#api/note/history/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { useLookOfText } from './use-look-of-text.ts';

const useStyles = makeStyles({
  pieces: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  piece: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    minWidth: 0,
    padding: '8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  gone: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
});

export type NotesThenProps = { talkId: string; /** The step's end. */ at: string; editor: Editor; mayWrite: boolean };

export function NotesThen({ talkId, at, editor, mayWrite }: NotesThenProps) {
  const t = useTexts('note');
  const read = useRead(readNoteStep, { params: { talkId, to: at } });
  const update = read.data?.update;
  const pieces = useMemo(() => (update === undefined ? null : piecesOf(update, editor)), [update, editor]);
  if (read.error && !pieces) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  if (!pieces) return <BlockSkeleton size={96} />;
  if (pieces.length === 0) return <Text>{t('history.empty')}</Text>;
  return <Pieces pieces={pieces} editor={editor} mayWrite={mayWrite} />;
}

/** Paragraphs, headings and lists with something in them, each with its place among all. */
type Piece = { node: Node; place: number };

function piecesOf(update: string, editor: Editor): Piece[] {
  const document = new Y.Doc();
  Y.applyUpdate(
    document,
    Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0)),
  );
  const fragment = document.getXmlFragment(notesFragment);
  if (fragment.length === 0) return [];
  const root = yXmlFragmentToProseMirrorRootNode(fragment, editor.schema);
  return root.children.map((node, place) => ({ node, place })).filter(({ node }) => node.textContent.trim() !== '');
}

function Pieces({ pieces, editor, mayWrite }: { pieces: Piece[]; editor: Editor; mayWrite: boolean }) {
  const styles = useStyles();
  const t = useTexts('note');
  const [brought, setBrought] = useState<ReadonlySet<number>>(new Set());
  const present = new Set(editor.state.doc.children.map((node) => node.textContent));
  const bring = ({ node, place }: Piece): void => {
    bringBack(editor, node, place);
    setBrought(new Set([...brought, place]));
  };
  return (
    <ul className={styles.pieces}>
      {pieces.map((piece) => {
        const gone = !present.has(piece.node.textContent);
        return (
          <li key={piece.place} className={mergeClasses(styles.piece, gone && styles.gone)}>
            <Drawn node={piece.node} />
            <div className={styles.foot}>
              {gone && <Badge appearance="outline">{t('history.gone')}</Badge>}
              {brought.has(piece.place) && (
                <Text size={200} role="status">
                  {t('history.brought')}
                </Text>
              )}
              {gone && mayWrite && (
                <Button size="small" onClick={() => bring(piece)}>
                  {t('history.bring')}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Puts a piece where it stood, or at the end of what is there now. One step for undo. */
function bringBack(editor: Editor, node: Node, place: number): void {
  const { doc } = editor.state;
  const before = doc.children.slice(0, place).reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  editor.chain().insertContentAt(before, node, { updateSelection: true }).run();
}

/** Drawn as the editor draws it, links checked again; boxes cannot be ticked here. */
function Drawn({ node }: { node: Node }) {
  const look = useLookOfText();
  const draw = (ground: HTMLDivElement | null): void => {
    if (!ground) return;
    const drawn = DOMSerializer.fromSchema(node.type.schema).serializeNode(node);
    ground.replaceChildren(drawn);
    for (const box of ground.querySelectorAll('input')) {
      box.disabled = true;
      box.ariaLabel = box.closest('li')?.textContent ?? '';
    }
  };
  return (
    <div className={look}>
      <div className="past" ref={draw} />
    </div>
  );
}
