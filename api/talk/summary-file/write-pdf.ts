/**
 * Draws a summary's document as PDF: tagged, with language and title, its letters inside. Decides nothing about what is in it. Runs in a thread of
 * its own (write-apart.ts), which is why the library is loaded only when it is needed.
 */
import { createRequire } from 'node:module';
import { linesOf, type Line, type Part, type Placed } from './rules/lines.ts';
import { wordsIn, type Block, type ListItem, type Run, type SummaryDocument } from './rules/model.ts';
import { hasNoLetters, type Face } from './rules/scripts.ts';

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;
type Look = { size: number; bold?: true; gap: number; quiet?: true; /** Lines that must fit below it. */ keeps?: number };
/** `y`: where the next line begins. */
type Page = { doc: Doc; y: number; boxes: SummaryDocument['boxes'] };
/** `bar`: of what somebody said. */
type Column = { left: number; bar?: true };

const margin = 64;
const inks = { plain: '#1b1b1b', quiet: '#5c5c5c', link: '#0b4f9e', bar: '#b0b0b0' };
/** Of a line and of what stands above its foot, in sizes of the letters: those of Noto Sans, so that lines of all scripts are alike. */
const lineHeight = 1.4;
const ascent = 1.08;
const indent = 18;
const looks = {
  title: { size: 20, bold: true, gap: 2 },
  lead: { size: 12, gap: 14, quiet: true },
  part: { size: 14, bold: true, gap: 4, keeps: 3 },
  heading: { size: 11.5, bold: true, gap: 2, keeps: 2 },
  text: { size: 10.5, gap: 5 },
  quiet: { size: 9.5, gap: 5, quiet: true },
} satisfies Record<string, Look>;

export async function writePdf(document: SummaryDocument): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import('pdfkit');
  const { title, lead, language: lang, boxes } = document;
  const info = { Title: `${title}: ${lead}`, Creator: 'Samtal' };
  const doc = new PDFDocument({
    ...{ size: 'A4', margin, lang, info, tagged: true, displayTitle: true, bufferPages: true, pdfVersion: '1.7' },
    font: pathOf({ text: '', face: 'text' }),
  });
  const bytes = collect(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const page: Page = { doc, y: margin, boxes };
  paragraph(page, root, { runs: [{ text: title }], look: looks.title, column: { left: margin } }, 'H1');
  paragraph(page, root, { runs: [{ text: lead }], look: looks.lead, column: { left: margin } });
  drawAll(page, root, document.blocks, { left: margin });
  const unseen = wordsIn(document.blocks).some(hasNoLetters) || hasNoLetters(lead);
  if (unseen) paragraph(page, root, { runs: [{ text: document.unseen }], look: looks.quiet, column: { left: margin } });
  root.end();
  drawFeet(doc, document.footer);
  doc.end();
  return bytes;
}

function collect(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function drawAll(page: Page, parent: Element, blocks: readonly Block[], column: Column): void {
  for (const block of blocks) drawBlock(page, parent, block, column);
}

function drawBlock(page: Page, parent: Element, block: Block, column: Column): void {
  switch (block.kind) {
    case 'heading':
      page.y += block.rank === 1 ? 12 : 5;
      return paragraph(
        page,
        parent,
        { runs: block.runs, look: looks[block.rank === 1 ? 'part' : 'heading'], column },
        `H${block.rank + 1}`,
      );
    case 'paragraph':
      return paragraph(page, parent, { runs: block.runs, look: looks[block.quiet ? 'quiet' : 'text'], column });
    case 'quote': {
      const quote = childOf(page.doc, parent, 'BlockQuote');
      drawAll(page, quote, block.blocks, { left: column.left + indent, bar: true });
      page.y += looks.text.gap;
      return void quote.end();
    }
    case 'list': {
      const list = childOf(page.doc, parent, 'L');
      block.items.forEach((item, at) => drawItem(page, list, item, block.ordered ? `${at + 1}.` : '•', column));
      return void list.end();
    }
  }
}

function childOf(doc: Doc, parent: Element, type: string, options: { actual?: string } = {}): Element {
  const child = doc.struct(type, options);
  parent.add(child);
  return child;
}

function drawItem(page: Page, list: Element, { ticked, blocks }: ListItem, label: string, { left, bar }: Column): void {
  const { doc, boxes } = page;
  makeRoom(page, looks.text.size * lineHeight);
  const item = childOf(doc, list, 'LI');
  const box = ticked === undefined ? {} : { actual: ticked ? boxes.ticked : boxes.notTicked };
  const sign = childOf(doc, item, 'Lbl', box);
  sign.add(() =>
    ticked === undefined ? write(page, { text: label, face: 'text' }, { x: left, look: looks.text }) : drawBox(page, left, ticked),
  );
  sign.end();
  const body = childOf(doc, item, 'LBody');
  if (blocks.length === 0) page.y += looks.text.size * lineHeight;
  drawAll(page, body, blocks, { left: left + indent, ...(bar ? { bar } : {}) });
  body.end();
  item.end();
}

function drawBox({ doc, y }: Page, x: number, ticked: boolean): void {
  const [size, top] = [8, y + 3.5];
  doc.lineWidth(0.8).strokeColor(inks.plain).rect(x, top, size, size).stroke();
  if (ticked)
    doc
      .lineWidth(1.2)
      .moveTo(x + 1.8, top + 4.2)
      .lineTo(x + 3.4, top + 6)
      .lineTo(x + 6.4, top + 2)
      .stroke();
}

type Told = { runs: readonly Run[]; look: Look; column: Column };

function paragraph(page: Page, parent: Element, { runs, look, column }: Told, tag = 'P'): void {
  const { doc } = page;
  const element = childOf(doc, parent, tag);
  const marked = look.bold ? runs.map((run) => ({ ...run, bold: true as const })) : runs;
  const height = look.size * lineHeight;
  makeRoom(page, height * (look.keeps ?? 1));
  const lines = linesOf(marked, doc.page.width - margin - column.left, (part) => widthOf(doc, part, look.size));
  for (const [at, line] of lines.entries()) {
    makeRoom(page, height);
    if (column.bar) drawBar(page, column.left, at === lines.length - 1 ? height + look.gap : height);
    drawLine(page, element, line, { left: column.left, look });
    page.y += height;
  }
  element.end();
  page.y += look.gap;
}

function makeRoom(page: Page, height: number): void {
  if (page.y + height <= page.doc.page.height - margin) return;
  page.doc.addPage();
  page.y = margin;
}

function drawBar({ doc, y }: Page, left: number, height: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(left - 9, y, 1.5, height).fill(inks.bar);
  doc.endMarkedContent();
}

/** In the order it is read in, which for scripts from the right is not that of the places. */
function drawLine(page: Page, element: Element, { parts }: Line, { left, look }: { left: number; look: Look }): void {
  for (const part of parts) {
    const draw = (): void => write(page, part, { x: left + part.x, look });
    const holder = part.href ? childOf(page.doc, element, 'Link') : element;
    // What is drawn turned about, or as a box, still says what it is to whoever copies it or has it read out.
    const told = part.face === 'hebrew' || part.face === 'arabic' || hasNoLetters(part.text);
    if (told) childOf(page.doc, holder, 'Span', { actual: part.text }).add(draw).end();
    else holder.add(draw);
    if (holder !== element) holder.end();
  }
}

function write({ doc, y }: Page, part: Part | Placed, { x, look }: { x: number; look: Look }): void {
  const ink = part.href ? inks.link : look.quiet ? inks.quiet : inks.plain;
  const link = part.href ? { link: part.href, underline: true } : {};
  useLetters(doc, part, look.size).fillColor(ink);
  // A number is how far the foot of the letters is below `y`, the same for all letters of a line.
  doc.text(part.text, x, y, { lineBreak: false, baseline: -ascent * look.size, ...link });
}

const widthOf = (doc: Doc, part: Part, size: number): number => useLetters(doc, part, size).widthOfString(part.text);

function useLetters(doc: Doc, part: Part, size: number): Doc {
  return doc.font(pathOf(part)).fontSize(size);
}

const locate = createRequire(import.meta.url).resolve;
const family: Record<Exclude<Face, 'text'>, [folder: string, name: string]> = {
  hebrew: ['noto-sans-hebrew', 'NotoSansHebrew'],
  arabic: ['noto-sans-arabic', 'NotoSansArabic'],
  emoji: ['noto-emoji', 'NotoEmoji'],
};

/** Found once: looking for a file takes longer than drawing a line. */
const found = new Map<string, string>();

function pathOf({ face, bold, italic }: Part): string {
  const [folder, name] = face === 'text' ? ['noto-sans', 'NotoSans'] : family[face];
  const cut = `${bold ? '700Bold' : '400Regular'}${italic && face === 'text' ? '_Italic' : ''}`;
  const file = `@expo-google-fonts/${folder}/${cut}/${name}_${cut}.ttf`;
  const path = found.get(file) ?? locate(file);
  found.set(file, path);
  return path;
}

function drawFeet(doc: Doc, footer: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    doc.markContent('Artifact', { type: 'Pagination' });
    const text = footer.replace('{page}', String(at + 1)).replace('{pages}', String(count));
    const page: Page = { doc, y: doc.page.height - margin + 22, boxes: { ticked: '', notTicked: '' } };
    write(page, { text, face: 'text' }, { x: margin, look: looks.quiet });
    doc.endMarkedContent();
  }
}
