/**
 * Sends one message to one person, on the first way that reaches them; the others stay silent. A try whose answer was lost is repeated under the
 * same chain id in the feed, which replaces, and looked up for a mail; when that is refused then, no other way is tried. A card that may have
 * arrived is repeated as the same card, whose copies leave the chat when they are shown; the next way follows only when no try has become certain.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { KnownPerson } from '#api/people/find-people.ts';
import type { CardAbout, Platform } from '#api/platform/platform.ts';
import { tryFeed, type Tries } from './record-tries.ts';
import { installApp } from './chat/install-app.ts';
import { isWithoutTeams, recordReached } from './choices/record-reached.ts';
import { activityTypes, type Way } from './contract.ts';
import { inTurn } from './keep-pace.ts';
import type { MissedReason } from './missed/contract.ts';
import { deepLink, webLink } from './rules/deep-link.ts';
import { mailHtml, type MailParts } from './rules/mail-html.ts';
import type { Words } from './rules/words.ts';

export type Outgoing = {
  tenantId: string;
  to: KnownPerson;
  type: keyof typeof activityTypes;
  /** What the parameters of the activity type may be filled with. */
  values: Record<string, string>;
  words: Words;
  link: string;
  /** The page in Samtal that it is about, for those who open it in a plain browser. */
  place: string;
  /** The talk as a calendar file, for a mail. */
  calendar: string | null;
  /** The chat of the talk's meeting, where Samtal is as well; null where there is none. */
  chatId: string | null;
  /** The same key never leads to two entries, cards or mails. */
  key: string;
  /** Absent for what is about a cycle, or about several talks. */
  about?: CardAbout;
  tries: Tries;
};
/** `way`: how it went out. `missed`: it reached nobody on any of the ways. */
export type Sent = { way: Way } | { missed: MissedReason; why: string };

export async function sendMessage(platform: Platform, message: Outgoing, ways: Way[]): Promise<Sent> {
  const refusals = new Map<Way, GraphRefused>();
  const isBegun = (way: Way): boolean => way !== 'card' && message.tries[way].isRepeated;
  // What may have arrived one way is followed up before any other is tried: otherwise the two could come beside each other.
  const inOrder = [...ways].sort((one, other) => Number(isBegun(other)) - Number(isBegun(one)));
  for (const way of inOrder) {
    try {
      if (await by[way](platform, message)) return { way };
    } catch (error) {
      // Not installed for this person, or no permission: the next way is the fallback (B12).
      if (!(error instanceof GraphRefused)) throw error;
      // Nobody can say whether the earlier try arrived: HR is told, not the person a second time.
      if (isBegun(way)) return { missed: 'uncertain', why: saidBy(error) };
      refusals.set(way, error);
    }
  }
  const last = refusals.get('mail') ?? refusals.get('feed');
  const why = last ? saidBy(last) : 'no way';
  if (!message.to.mail && ways.includes('mail')) return { missed: 'no-way', why };
  return { missed: last && [401, 403].includes(last.status) ? 'refused' : 'other', why };
}

const saidBy = ({ status, code }: GraphRefused): string => `refused: ${status} ${code}`;

const by: Record<Way, (platform: Platform, message: Outgoing) => Promise<boolean>> = { feed, card, mail };

function feed(platform: Platform, message: Outgoing): Promise<boolean> {
  return tryFeed(message.tries.feed, () => intoFeed(platform, message));
}

/** The person's own, else through the chat of the talk's meeting. */
async function intoFeed(platform: Platform, message: Outgoing): Promise<boolean> {
  const { tenantId, to, words, link, key } = message;
  const person = { tenantId, personId: to.personId };
  const entry = { ...activityOf(message), preview: words.preview, topic: words.topic, link, key };
  try {
    await inTurn(platform, tenantId, 'activity-one', () => platform.graph.sendActivity(tenantId, to.personId, entry));
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    await recordReached(platform, person, false);
    await installApp(platform, person);
    if (!message.chatId) throw error;
    const chat = { chatId: message.chatId, personId: to.personId };
    await inTurn(platform, tenantId, 'activity-one', () => platform.graph.sendActivityInChat(tenantId, chat, entry));
    return true;
  }
  await recordReached(platform, person, true);
  return true;
}

/** The activity type with its parameters filled in. */
export function activityOf({ type: kind, values }: Pick<Outgoing, 'type' | 'values'>): {
  type: string;
  parameters: Record<string, string>;
} {
  const { type, parameters } = activityTypes[kind];
  return { type, parameters: Object.fromEntries(parameters.map((name) => [name, values[name] ?? ''])) };
}

async function card(platform: Platform, { tenantId, to, type, values, words, link, key, ...rest }: Outgoing): Promise<boolean> {
  if (!platform.cards) return false;
  const person = { tenantId, personId: to.personId };
  const about = rest.about ? { about: rest.about } : {};
  const facts = { key, managerName: values.person ?? '', when: words.when, link, language: to.language, ...about };
  if (type === 'preparation-due') return platform.cards.sendPreparationDue(person, facts);
  const button = { title: words.action, url: link };
  return platform.cards.sendReminder(person, { key, title: words.topic, line: words.lead, button, ...about });
}

/** What is on its way after a lost answer has arrived somewhere by then. */
const settledSeconds = 60;

async function mail(platform: Platform, message: Outgoing): Promise<boolean> {
  const { tenantId, to, words, calendar, key, tries } = message;
  if (!to.mail) return false;
  // Whom the feed refuses has no Samtal in Teams: a link to Teams would lead nowhere.
  const isWithout = await isWithoutTeams(platform, { tenantId, personId: to.personId });
  const written = {
    to: { address: to.mail, name: to.name },
    subject: words.subject,
    html: mailHtml({ words, ...linksIn(platform, message, isWithout), language: to.language, hasFile: calendar !== null }),
    calendar: calendar === null ? null : { name: 'samtal.ics', text: calendar },
    key,
  };
  try {
    await inTurn(platform, tenantId, 'mail', () => platform.graph.sendMail(tenantId, written, tries.mail));
  } catch (error) {
    if (error instanceof GraphRefused && !tries.mail.isRepeated) await tries.mail.undo();
    if (!(error instanceof MicrosoftUnavailable) || !error.maybeDone) throw error;
    throw new MicrosoftUnavailable(error.message, true, Math.max(settledSeconds, error.retryAfterSeconds ?? 0));
  }
  return true;
}

/** Without Teams everything opens in a browser; only a meeting has one address for both. */
function linksIn({ config }: Platform, { link, place }: Outgoing, isWithout: boolean): Pick<MailParts, 'link' | 'web' | 'change'> {
  const web = webLink(config.publicUrl, place);
  const change = isWithout ? webLink(config.publicUrl, 'reminders') : deepLink(config.teamsAppId, 'reminders');
  const isInSamtal = link === deepLink(config.teamsAppId, place);
  return isWithout && isInSamtal ? { link: web, web: null, change } : { link, web, change };
}
