/** Reads back the files that Samtal gives, as the programs that open them would: the words of a PDF and of a Word file, and what these say about themselves. */
import { inflateRawSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';

export type ReadPdf = {
  text: string;
  pages: number;
  title: string;
  language: string;
  isTagged: boolean;
  /** Names of its structure, in their order. */ tags: string[];
};

type Tagged = { role?: string; children?: Tagged[] };

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The library takes what it is given and leaves nothing behind.
  const file = await getDocumentProxy(new Uint8Array(bytes));
  const texts: string[] = [];
  const tags: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    tags.push(...rolesOf((await page.getStructTree()) as Tagged | null));
  }
  const { info } = (await file.getMetadata()) as { info: { Title?: string; Language?: string } };
  const isTagged = (await file.getMarkInfo())?.Marked === true;
  await file.destroy();
  return { text: texts.join('\n'), pages: texts.length, title: info.Title ?? '', language: info.Language ?? '', isTagged, tags };
}

function rolesOf(element: Tagged | null): string[] {
  if (!element) return [];
  return [...(element.role ? [element.role] : []), ...(element.children ?? []).flatMap(rolesOf)];
}

/** Parts of a Word file by their path, for example `word/document.xml`. */
export function readWord(bytes: Uint8Array): { parts: Map<string, string>; text: string } {
  const parts = unzip(Buffer.from(bytes));
  const xml = parts.get('word/document.xml') ?? '';
  const paragraphs = xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join(''));
  return { parts, text: plain(paragraphs.join('\n')) };
}

const plain = (xml: string): string =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');

/** The list at the end of a zip archive says where each file begins (APPNOTE.TXT, 4.3.12 and 4.3.16). */
function unzip(zip: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('This is no zip archive.');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [size, nameLength, extraLength, commentLength] = [
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ];
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + size);
    const isPacked = zip.readUInt16LE(at + 10) === 8;
    parts.set(zip.toString('utf8', at + 46, at + 46 + nameLength), (isPacked ? inflateRawSync(packed) : packed).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
