/**
 * A mail's HTML: what to know, one thing to do, why it came and where to change that. Simple tables and styles, which Outlook on the desktop keeps, and
 * no pictures; one thing to a row, so that the plain text which Exchange makes of it reads from top to bottom. Pure.
 */
import type { Language } from '#api/people/contract.ts';
import type { Words } from './words.ts';

/**
 * `web`: the same page in a plain browser, null when `link` is that already. `change`: where one's reminders are changed. `hasFile`: the talk comes
 * with it as a calendar file.
 */
export type MailParts = { words: Words; link: string; web: string | null; change: string; language: Language; hasFile: boolean };

/** A whole document in the person's language. Everything in it is text, whatever signs it holds. */
export function mailHtml({ words, link, web, change, language, hasFile }: MailParts): string {
  const { file, changes, inBrowser } = texts[language];
  const rows = [
    line(escape(words.topic), `${usual};font-weight:bold`),
    line(escape(words.lead)),
    button(link, words.action),
    ...(web === null ? [] : [line(anchor(web, inBrowser), small, '0 0 10px')]),
    ...(hasFile ? [line(escape(file))] : []),
    line(`${escape(words.why)} ${anchor(change, changes)}`, `${small};border-top:1px solid #d1d1d1`),
  ];
  const head = '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>';
  return `<html lang="${language}">${head}<body>${table(rows.join(''), ' width="560" style="max-width:100%"')}</body></html>`;
}

/** Outlook on the desktop stretches lines as it likes unless it is told not to. */
const font = (px: number): string =>
  `font-family:'Segoe UI',Arial,sans-serif;font-size:${px}px;mso-line-height-rule:exactly;line-height:22px`;
const usual = font(15);
const small = font(13);
const table = (rows: string, more = ''): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0" border="0"${more}>${rows}</table>`;
const line = (html: string, style = usual, padding = '10px 0'): string => `<tr><td style="${style};padding:${padding}">${html}</td></tr>`;
const anchor = (address: string, text: string, style?: string): string =>
  `<a href="${escape(address)}"${style ? ` style="${style}"` : ''}>${escape(text)}</a>`;

/** Outlook on the desktop knows no padding of a link: the cell around it makes the button. */
function button(address: string, text: string): string {
  const inside = anchor(address, text, `${usual};font-weight:bold;color:#ffffff;text-decoration:none`);
  const cell = `<td bgcolor="#4f52b2" style="padding:9px 18px;border-radius:4px">${inside}</td>`;
  return `<tr><td style="padding:10px 0">${table(`<tr>${cell}</tr>`)}</td></tr>`;
}

const texts: Record<Language, { file: string; changes: string; inBrowser: string }> = {
  sv: {
    file: 'Samtalet finns i din kalender i Outlook. För en annan kalender ligger det med här som fil.',
    changes: 'Ändra dina påminnelser',
    inBrowser: 'Öppna i webbläsaren i stället',
  },
  en: {
    file: 'The talk is in your Outlook calendar. For another calendar, it comes with this mail as a file.',
    changes: 'Change your reminders',
    inBrowser: 'Open in the browser instead',
  },
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
