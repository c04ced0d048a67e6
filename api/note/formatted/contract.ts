/** Shared notes with their formatting, as they are read and signed: a tree of named blocks and marked texts. Editing them is the live document's business. */
import { z } from 'zod';

/** A text and how it is marked. A link leads to https, http or mailto only. */
export type FormattedText = { text: string; bold?: true | undefined; italic?: true | undefined; href?: string | undefined };
/** A named element of the editor (paragraph, heading, bulletList, listItem, taskItem …) with what counts of its attributes. */
export type FormattedBlock = {
  name: string;
  /** Of a heading. */ level?: number | undefined;
  /** Of an item with a box to tick. */ checked?: boolean | undefined;
  pieces: FormattedPiece[];
};
export type FormattedPiece = FormattedText | FormattedBlock;

const textSchema = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z.string().optional(),
});
export const formattedPieceSchema: z.ZodType<FormattedPiece> = z.lazy(() =>
  z.union([
    textSchema,
    z.object({ name: z.string(), level: z.number().optional(), checked: z.boolean().optional(), pieces: z.array(formattedPieceSchema) }),
  ]),
);
