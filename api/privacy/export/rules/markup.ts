/** Blocks of text as the markup of a page. Everything that somebody wrote is escaped; nothing that is followed leads anywhere but where notes may lead. */
import { wordsIn, type Block, type Run } from '#api/talk/summary-file/rules/model.ts';
import { readable } from '#api/talk/summary-file/rules/readable.ts';

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands in a page, within an element or an attribute's quotes. */
export const escaped = (text: string): string => readable(text).replace(/[&<>"']/g, (sign) => signs[sign] ?? '');

/** A link carries an address that was found safe (talk/summary-file/rules/notes.ts). */
function markupOfRun({ text, bold, italic, href }: Run): string {
  const plain = escaped(text).replaceAll('\n', '<br>');
  const marked = italic ? `<em>${plain}</em>` : plain;
  const strong = bold ? `<strong>${marked}</strong>` : marked;
  return href ? `<a href="${escaped(href)}" rel="noreferrer">${strong}</a>` : strong;
}

/** @param rank of the headings in it: they are below the one that it stands under */
export function markupOf(blocks: readonly Block[], rank: number): string {
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'heading':
          return `<h${rank} dir="auto">${block.runs.map(markupOfRun).join('')}</h${rank}>`;
        case 'paragraph':
          return wordsIn([block]).join('') === '' ? '' : `<p dir="auto">${block.runs.map(markupOfRun).join('')}</p>`;
        case 'quote':
          return `<blockquote>${markupOf(block.blocks, rank)}</blockquote>`;
        case 'list': {
          const tag = block.ordered ? 'ol' : 'ul';
          const items = block.items.map(({ ticked, blocks: inner }) => {
            const box = ticked === undefined ? '' : `<span aria-hidden="true">${ticked ? '☑' : '☐'}</span> `;
            return `<li>${box}${markupOf(inner, rank)}</li>`;
          });
          return `<${tag}>${items.join('')}</${tag}>`;
        }
      }
    })
    .join('');
}
