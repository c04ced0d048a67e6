/**
 * What the mail programs that people at work have make of each mail, by the data of caniemail.com (autumn 2024): Outlook on the desktop, whose engine is
 * Word's, the new one and the web's, Outlook on Mac and phones, Apple Mail and Gmail. What one of them does not show as it is written stands here by
 * name, with why that does no harm, and what must not be in a mail for that to hold.
 */
import { DoIUseEmail } from '@jsx-email/doiuse-email';
import { describe, expect, it } from 'vitest';
import { languageSchema, type Language } from '#api/people/contract.ts';
import { cycleKinds, kinds } from '../contract.ts';
import { cycleWordsFor } from './cycle-words.ts';
import { mailHtml } from './mail-html.ts';
import { severalWords } from './several.ts';
import { wordsFor, type Words } from './words.ts';

const clients = [
  ...['outlook.windows', 'outlook.outlook-com', 'outlook.macos', 'outlook.ios', 'outlook.android'],
  ...['apple-mail.macos', 'apple-mail.ios'],
  ...['gmail.desktop-webmail', 'gmail.mobile-webmail', 'gmail.ios', 'gmail.android'],
];

type Harmless = { why: string; unless?: RegExp };
/** Shown otherwise, or not at all. */
const unsupported: Record<string, Harmless> = {
  'border-radius in outlook.windows': { why: 'the button has sharp corners there' },
  ...Object.fromEntries(
    ['macos', 'ios', 'android'].map((on): [string, Harmless] => [
      `<body> element in outlook.${on}`,
      { why: 'it becomes another element, and nothing is said of it', unless: /<body[^>]/ },
    ]),
  ),
};
/** Shown in part. */
const partly: Record<string, Harmless> = {
  'width attribute': { why: 'wrong for pictures with shares only', unless: /<img|width="\d+%/ },
  'max-width': {
    why: 'in Outlook on tables only, where it stands; on an iPhone not there, which makes the whole mail fit',
    unless: /<(?!table\b)[^>]+max-width/,
  },
  'font-size': { why: 'sizes in rem only', unless: /font-size:[^;"]*(?<!\dpx)[;"]/ },
  'line-height': { why: 'stretched, unless it is said to be exact', unless: /(?<!mso-line-height-rule:exactly;)line-height:/ },
  padding: { why: 'on cells of a table only, where it stands', unless: /<(?!td\b)[^>]+padding:/ },
  'font-weight': { why: 'numbers become bold or not', unless: /font-weight:(?!bold)/ },
  'text-decoration': { why: 'several at once only; a button with a line below is still one', unless: /text-decoration:(?!none)/ },
  '<body> element': { why: 'it becomes another element, and nothing is said of it', unless: /<body[^>]/ },
};

const mails: [name: string, wordsIn: (language: Language) => Words][] = [
  ...kinds.map((kind): [string, (language: Language) => Words] => [kind, (language) => wordsFor(kind, { ...facts, language })]),
  ...cycleKinds.map((kind): [string, (language: Language) => Words] => [kind, (language) => cycleWordsFor(kind, { ...facts, language })]),
  ['several', (language) => severalWords(4, language)],
];
const facts = { other: 'Bo Ek', start: new Date('2026-12-03T09:00:00Z'), timeZone: 'Europe/Stockholm' };
const addresses = {
  link: 'https://samtal.example/?a=1&b=2',
  web: 'https://samtal.example/talks/t1',
  change: 'https://samtal.example/reminders',
};
const htmlOf = (words: Words, language: Language): string => mailHtml({ words, language, hasFile: true, ...addresses });

/** Names of what these programs do not show as it is written. */
function check(html: string): { unsupported: string[]; partly: string[] } {
  const checker = new DoIUseEmail({ emailClients: ['outlook.windows'] });
  // Its list of names lacks the new Outlook, which its data knows.
  checker.emailClients = clients as typeof checker.emailClients;
  const found = checker.check(html);
  const read = (said: string): string[] => /^`(.+)` is (?:not|only partially) supported by `(.+)`$/.exec(said)?.slice(1) ?? [said];
  const errors = 'errors' in found ? found.errors : [];
  return {
    unsupported: [...new Set(errors.flatMap((said) => `${read(said)[0]} in ${read(said)[1]}`))],
    partly: [...new Set(found.warnings.map((said) => read(said)[0] ?? said))],
  };
}

describe('each mail in the programs that people read it with', () => {
  it.each(mails)('%s uses nothing that one of them would show badly', (_name, wordsIn) => {
    for (const language of languageSchema.options) {
      const html = htmlOf(wordsIn(language), language);
      const found = check(html);
      // What is not found any more is taken out of the lists.
      expect(found.unsupported.sort()).toEqual(Object.keys(unsupported).sort());
      expect(found.partly.sort()).toEqual(Object.keys(partly).sort());
      for (const { why, unless } of Object.values({ ...unsupported, ...partly })) if (unless) expect(html, why).not.toMatch(unless);
    }
  });

  it('is looked at: what Outlook does not know would be found', () => {
    const html = htmlOf(severalWords(2, 'en'), 'en').replace('<table', '<div style="display:flex;background-image:url(x)"></div><table');
    expect(check(html).unsupported).toEqual(
      expect.arrayContaining(['display:flex in outlook.windows', 'background-image in outlook.windows']),
    );
  });
});
