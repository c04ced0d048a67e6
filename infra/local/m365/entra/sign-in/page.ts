/** The pages of Entra that a person sees: choosing an account, a request that is wrong, signed out. Plain HTML without scripts, in Swedish or English. */
import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { User } from '../../core/entities.ts';

type Words = {
  lang: string;
  title: string;
  find: string;
  search: string;
  cancel: string;
  more: string;
  nobody: string;
  wrong: string;
  out: string;
};
const words: Record<'sv' | 'en', Words> = {
  sv: {
    lang: 'sv',
    title: 'Vem loggar in?',
    find: 'Namn eller e-postadress',
    search: 'Sök',
    cancel: 'Avbryt',
    more: 'Fler finns: sök på namnet.',
    nobody: 'Ingen heter så här.',
    wrong: 'Det gick inte att logga in',
    out: 'Du är utloggad',
  },
  en: {
    lang: 'en',
    title: 'Who is signing in?',
    find: 'Name or e-mail address',
    search: 'Search',
    cancel: 'Cancel',
    more: 'There are more: search by name.',
    nobody: 'Nobody here is called that.',
    wrong: 'You could not be signed in',
    out: 'You are signed out',
  },
};

/** The first language of the browser that is spoken here. */
export const languageIn = (accepted: string | undefined): 'sv' | 'en' => (/^\s*sv\b/i.test(accepted ?? '') ? 'sv' : 'en');

const style = `:root{color-scheme:light dark}body{font:16px/1.4 'Segoe UI',sans-serif;margin:0;padding:24px 16px}main{max-width:440px;margin:0 auto}
h1{font-size:24px}form{margin:0 0 12px;display:flex;flex-wrap:wrap;gap:8px;align-items:end}label{flex:1 1 200px;font-size:14px}input,button{font:inherit;padding:10px 12px;
box-sizing:border-box}input{width:100%}ul{list-style:none;margin:0;padding:0;width:100%}li button{width:100%;text-align:start;margin-bottom:8px}small{display:block}`;
const styleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

/** Nothing may frame these pages, and a form may lead to the app that sent the person. */
function send(response: Response, status: number, language: 'sv' | 'en', title: string, body: string, returnsTo = ''): void {
  response
    .status(status)
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src '${styleHash}'; form-action 'self' ${returnsTo}; frame-ancestors 'none'; base-uri 'none'`,
      'X-Frame-Options': 'DENY',
      'Cache-Control': 'no-store',
    })
    .type('html')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(title)}</title><style>${style}</style></head><body><main><h1>${escape(title)}</h1>${body}</main></body></html>`,
    );
}

export type Choice = {
  people: User[];
  isMore: boolean;
  find: string;
  language: 'sv' | 'en';
  given: Record<string, string>;
  returnsTo: string;
};

/** Everybody who may be chosen, a search, and a way back. What the app asked for travels along in the form. */
export function sendChoice(response: Response, { people, isMore, find, language, given, returnsTo }: Choice): void {
  const t = words[language];
  const along = Object.entries(given)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
  const rows = people.map(
    ({ id, displayName, userPrincipalName }) =>
      `<li><button name="person" value="${escape(id)}">${escape(displayName)}<small>${escape(userPrincipalName)}</small></button></li>`,
  );
  const note = rows.length === 0 ? t.nobody : isMore ? t.more : '';
  const body = `<form method="get">${along}<label>${t.find}<input type="search" name="find" value="${escape(find)}"></label><button>${t.search}</button></form>
<form method="post">${along}<ul>${rows.join('')}</ul>${note ? `<p>${note}</p>` : ''}<button name="cancel" value="yes">${t.cancel}</button></form>`;
  send(response, 200, language, t.title, body, new URL(returnsTo).origin);
}

export const sendWrong = (response: Response, language: 'sv' | 'en', says: string): void =>
  send(response, 400, language, words[language].wrong, `<p>${escape(says)}</p>`);

export const sendSignedOut = (response: Response, language: 'sv' | 'en'): void => send(response, 200, language, words[language].out, '');

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
