import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../contract.ts';
import { mailHtml, type MailParts } from './mail-html.ts';
import { wordsFor, type Facts } from './words.ts';

const facts: Facts = { other: 'Bo Ek', start: new Date('2026-12-03T09:00:00Z'), timeZone: 'Europe/Stockholm', language: 'sv' };
const parts = (more: Partial<MailParts> = {}): MailParts => ({
  ...{ words: wordsFor('talk-booked', facts), language: 'sv', hasFile: true },
  ...{ link: 'https://samtal.example/?a=1&b=2', change: 'https://samtal.example/reminders', web: 'https://samtal.example/talks/t1' },
  ...more,
});
/** As Exchange makes plain text of it: a line for each row, addresses after their words. */
const plain = (html: string): string[] =>
  html
    .replaceAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g, '$2 ($1)')
    .replaceAll(/<\/tr>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '');

describe('the mail', () => {
  it('reads from top to bottom as plain text: what to know, what to do, why it came, and where to change that', () => {
    const { words, link, change, web } = parts();
    const browser = `Öppna i webbläsaren i stället (${web ?? ''})`;
    const file = 'Samtalet finns i din kalender i Outlook. För en annan kalender ligger det med här som fil.';
    const foot = `${words.why} Ändra dina påminnelser (${change})`;
    expect(plain(mailHtml(parts()))).toEqual([words.topic, words.lead, `${words.action} (${link})`, browser, file, foot]);
    expect(plain(mailHtml(parts({ hasFile: false, web: null })))).toEqual([words.topic, words.lead, `${words.action} (${link})`, foot]);
    expect(plain(mailHtml(parts({ language: 'en' }))).at(-1)).toContain('Change your reminders');
    expect(plain(mailHtml(parts({ language: 'en' })))).toContain(`Open in the browser instead (${web ?? ''})`);
  });

  it('fetches nothing, runs nothing and says its language', () => {
    expect(mailHtml(parts())).not.toMatch(/<(img|script|link|style|iframe|form|object)|url\(|src=|@import/i);
    expect(mailHtml(parts())).toMatch(/^<html lang="sv">/);
  });

  it('takes a name as text, whatever it is', () => {
    const names = fc.oneof(fc.string(), fc.constant('<img src=x onerror="alert(1)">'), fc.constant('"&lt;'));
    const usual = mailHtml(parts({ words: wordsFor('talk-booked', { ...facts, other: '' }) })).match(/<[^>]*>/g);
    fc.assert(
      fc.property(names, fc.constantFrom(...kinds), (other, kind) => {
        const html = mailHtml(parts({ words: wordsFor(kind, { ...facts, other }) }));
        expect(html.match(/<[^>]*>/g)).toEqual(usual);
      }),
    );
  });
});
