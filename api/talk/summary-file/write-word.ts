/**
 * Writes a summary's document as a Word file with Word's own styles, lists and language. Decides nothing about what is in it. Runs in a thread of its
 * own (write-apart.ts), which is why the library is loaded only when it is needed.
 */
import type * as library from 'docx';
import type { FileChild, IParagraphOptions, ParagraphChild } from 'docx';
import type { Block, ListItem, Run, SummaryDocument } from './rules/model.ts';
import { runsFromRight, stretchesOf } from './rules/scripts.ts';

type Docx = typeof library;
/** `lists`: how many numbered ones there are so far; each counts from one. */
type Writing = { docx: Docx; boxes: SummaryDocument['boxes']; lists: number };
type Column = {
  level: number;
  quote?: true;
  /** Stands before the first paragraph of an item. */ mark?: Pick<IParagraphOptions, 'numbering'> & { box?: string };
};

const twips = 20;
const indent = 18 * twips;
const grey = '5C5C5C';
const marks = { bullets: 'bullets', numbers: 'numbers' };
/** Word's lists know no more. */
const deepest = 8;
const locales = { sv: 'sv-SE', en: 'en-GB' };

export async function writeWord(document: SummaryDocument): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await import('docx');
  const { title, lead, language, blocks, boxes, footer } = document;
  const writing: Writing = { docx, boxes, lists: 0 };
  const children = [
    new docx.Paragraph({ heading: docx.HeadingLevel.TITLE, ...sideOf(title), children: textsOf(writing, { text: title }) }),
    new docx.Paragraph({ style: 'Subtitle', ...sideOf(lead), children: textsOf(writing, { text: lead }) }),
    ...blocks.flatMap((block) => childrenOf(writing, block, { level: 0 })),
  ];
  const file = new docx.Document({
    title: `${title}: ${lead}`,
    creator: 'Samtal',
    ...lookOf(docx, locales[language]),
    sections: [{ footers: { default: footOf(docx, footer) }, children }],
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

function childrenOf(writing: Writing, block: Block, column: Column): FileChild[] {
  const { docx } = writing;
  switch (block.kind) {
    case 'heading': {
      const heading = block.rank === 1 ? docx.HeadingLevel.HEADING_1 : docx.HeadingLevel.HEADING_2;
      return [paragraphOf(writing, block.runs, column, { heading })];
    }
    case 'paragraph':
      return [paragraphOf(writing, block.runs, column, block.quiet ? { style: 'Quiet' } : {})];
    case 'quote':
      return allOf(writing, block.blocks, { ...column, quote: true });
    case 'list': {
      if (block.ordered) writing.lists += 1;
      const instance = writing.lists;
      const level = Math.min(column.level, deepest);
      const numbering = block.ordered ? { reference: marks.numbers, level, instance } : { reference: marks.bullets, level };
      return block.items.flatMap((item) => itemOf(writing, item, { ...column, mark: { numbering } }));
    }
  }
}

/** What stands before an item stands before its first paragraph; what follows in it is only as far in. */
function allOf(writing: Writing, blocks: readonly Block[], { mark, ...column }: Column): FileChild[] {
  return blocks.flatMap((block, at) =>
    childrenOf(writing, block, at === 0 && mark && block.kind === 'paragraph' ? { ...column, mark } : column),
  );
}

function itemOf(writing: Writing, { ticked, blocks }: ListItem, { level, mark, ...column }: Column): FileChild[] {
  const first: Block[] = blocks[0]?.kind === 'paragraph' ? [] : [{ kind: 'paragraph', runs: [] }];
  const before = ticked === undefined ? mark : { box: ticked ? '☑' : '☐' };
  return allOf(writing, [...first, ...blocks], { ...column, level: level + 1, ...(before ? { mark: before } : {}) });
}

function paragraphOf(writing: Writing, runs: readonly Run[], column: Column, look: IParagraphOptions): InstanceType<Docx['Paragraph']> {
  const { docx } = writing;
  const { level, quote, mark } = column;
  const left = (level + (quote ? 1 : 0)) * indent;
  const bar = { style: docx.BorderStyle.SINGLE, size: 12, space: 8, color: 'B0B0B0' };
  return new docx.Paragraph({
    ...look,
    ...sideOf(runs.map(({ text }) => text).join('')),
    ...(mark?.numbering ? { numbering: mark.numbering } : left > 0 ? { indent: { left, ...(mark ? { hanging: indent } : {}) } } : {}),
    ...(quote ? { border: { left: bar } } : {}),
    children: [...(mark?.box ? [new docx.TextRun(`${mark.box} `)] : []), ...runs.flatMap((run) => childrenOfRun(writing, run))],
  });
}

function childrenOfRun(writing: Writing, run: Run): ParagraphChild[] {
  const { ExternalHyperlink } = writing.docx;
  const texts = textsOf(writing, run);
  return run.href ? [new ExternalHyperlink({ link: run.href, children: texts })] : texts;
}

/** One for each line, and for each stretch that runs the other way. */
function textsOf({ docx }: Writing, { text, bold, italic, href }: Run): InstanceType<Docx['TextRun']>[] {
  const marked = { ...(bold ? { bold } : {}), ...(italic ? { italics: true } : {}), ...(href ? { style: 'Hyperlink' } : {}) };
  return text.split('\n').flatMap((line, at) => [
    ...(at > 0 ? [new docx.TextRun({ break: 1 })] : []),
    ...stretchesOf(line).map(({ text: stretch, face }) => {
      const fromRight = face === 'hebrew' || face === 'arabic';
      return new docx.TextRun({ text: stretch, ...marked, ...(fromRight ? { rightToLeft: true } : {}) });
    }),
  ]);
}

const sideOf = (text: string): { bidirectional?: true } => (runsFromRight(text) ? { bidirectional: true } : {});

function footOf({ Footer, Paragraph, PageNumber, TextRun }: Docx, footer: string): InstanceType<Docx['Footer']> {
  const numbers: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  const children = footer.split(/(\{pages?\})/).map((part) => new TextRun({ children: [numbers[part] ?? part], size: 17, color: grey }));
  return new Footer({ children: [new Paragraph({ children })] });
}

function lookOf({ AlignmentType, LevelFormat }: Docx, locale: string) {
  const after = (points: number, before = 0) => ({ spacing: { after: points * twips, before: before * twips } });
  const levels = Array.from({ length: deepest + 1 }, (_one, level) => {
    const style = { paragraph: { indent: { left: (level + 1) * indent, hanging: indent } } };
    return { level, alignment: AlignmentType.LEFT, style };
  });
  return {
    numbering: {
      config: [
        { reference: marks.bullets, levels: levels.map((one) => ({ ...one, format: LevelFormat.BULLET, text: '•' })) },
        { reference: marks.numbers, levels: levels.map((one) => ({ ...one, format: LevelFormat.DECIMAL, text: `%${one.level + 1}.` })) },
      ],
    },
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 22, language: { value: locale } }, paragraph: after(5) },
        title: { run: { size: 40, bold: true }, paragraph: after(2) },
        heading1: { run: { size: 28, bold: true }, paragraph: { ...after(4, 12), keepNext: true } },
        heading2: { run: { size: 23, bold: true }, paragraph: { ...after(2, 5), keepNext: true } },
      },
      paragraphStyles: [
        {
          id: 'Subtitle',
          name: 'Subtitle',
          basedOn: 'Normal',
          next: 'Normal',
          quickFormat: true,
          run: { size: 24, color: grey },
          paragraph: after(14),
        },
        { id: 'Quiet', name: 'Quiet', basedOn: 'Normal', quickFormat: true, run: { size: 19, color: grey } },
      ],
    },
  };
}
