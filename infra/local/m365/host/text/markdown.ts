/** The little markdown that bots and cards write, as HTML. Everything is escaped first: no tag of a sender survives. Pure. */
import { readLink } from '../link/deep-link.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

/** Bold, italic, links to places that may be opened, lists, lines. */
export function markdownToHtml(markdown: string): string {
  const blocks: string[] = [];
  let list: { tag: 'ul' | 'ol'; lines: string[] } | null = null;
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const item = /^\s*([-*•]|\d+\.)\s+(.*)$/.exec(line);
    const tag = item === null ? null : /\d/.test(item[1] ?? '') ? 'ol' : 'ul';
    if (list && list.tag !== tag) {
      blocks.push(listHtml(list));
      list = null;
    }
    if (tag !== null) (list ??= { tag, lines: [] }).lines.push(inline(item?.[2] ?? ''));
    else if (line.trim() !== '') blocks.push(`<p>${inline(line)}</p>`);
  }
  if (list) blocks.push(listHtml(list));
  return blocks.join('');
}

const listHtml = ({ tag, lines }: { tag: 'ul' | 'ol'; lines: string[] }): string =>
  `<${tag}>${lines.map((line) => `<li>${line}</li>`).join('')}</${tag}>`;

const linkPattern = /\[([^\]]+)\]\(([^)\s]+)\)/g;

function inline(line: string): string {
  let html = '';
  let end = 0;
  for (const match of line.matchAll(linkPattern)) {
    html += emphasis(escapeHtml(line.slice(end, match.index))) + linkHtml(match[1] ?? '', match[2] ?? '');
    end = match.index + match[0].length;
  }
  return html + emphasis(escapeHtml(line.slice(end)));
}

function linkHtml(text: string, url: string): string {
  const words = emphasis(escapeHtml(text));
  return readLink(url).kind === 'nothing' ? words : `<a href="${escapeHtml(url)}" target="_blank" rel="noopener noreferrer">${words}</a>`;
}

const emphasis = (escaped: string): string =>
  escaped.replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>').replace(/(^|[\s(])[*_]([^*_\s][^*_]*)[*_](?=$|[\s).,!?:;])/g, '$1<em>$2</em>');
