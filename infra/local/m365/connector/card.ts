/** What this Microsoft 365 must know of an Adaptive Card: whether it is one, and which verbs its buttons have. Showing it is for the host page. */

export type CardFacts = { isCard: boolean; verbs: string[] };
/** How a card is brought up to date when it is shown: the action, and the account ids of those for whom Teams does so by itself; null for everybody. */
export type CardRefresh = { verb?: string; data: unknown; userIds: string[] | null };

export function cardIn(content: unknown): CardFacts {
  const card = content as { type?: unknown; version?: unknown } | null;
  const isCard = typeof card === 'object' && card?.type === 'AdaptiveCard' && typeof card.version === 'string';
  return { isCard, verbs: isCard ? verbsIn(card) : [] };
}

/** Null for a card that stays as it is. Only what `problemOfRefresh` lets through is here. */
export function refreshIn(content: unknown): CardRefresh | null {
  const { refresh } = (content ?? {}) as { refresh?: { action?: { verb?: string; data?: unknown }; userIds?: string[] } };
  if (!refresh?.action) return null;
  const { verb, data } = refresh.action;
  return { ...(verb === undefined ? {} : { verb }), data: data ?? {}, userIds: refresh.userIds ?? null };
}

/**
 * Whether Teams asks for a card by itself when this person looks at it: for whom the card names, or where it names no list for everybody in a chat of up
 * to sixty (Microsoft, "User Specific Views", on Refresh behavior).
 * @param members how many people are in the chat
 * @param lastAsked see `isOldEnough`
 */
export function isAskedFor(
  { userIds }: CardRefresh,
  { accountId, members, lastAsked }: { accountId: string; members: number; lastAsked: string | null },
  now: Date,
): boolean {
  return (userIds === null ? members <= mostUserIds : userIds.includes(accountId)) && isOldEnough(lastAsked, now);
}

const minuteMs = 60_000;

/**
 * Teams asks by itself only when the card from the last press or look is older than a minute (Microsoft, "User Specific Views", on Refresh timeout).
 * @param lastAsked ISO instant of when that card came, or when it was asked for if none did; null: not since the bot sent or replaced the message. One still to come was before the clock was set back, and does not count
 */
export function isOldEnough(lastAsked: string | null, now: Date): boolean {
  const ageMs = lastAsked === null ? Infinity : now.getTime() - new Date(lastAsked).getTime();
  return ageMs > minuteMs || ageMs < 0;
}

/** Teams brings a card up to date by itself for so many people at most (Microsoft, "Work with Universal Actions for Adaptive Cards"). */
const mostUserIds = 60;
const properties = ['action', 'expires', 'userIds'];

/**
 * What is wrong with how a card says it is brought up to date, by the schema of Adaptive Cards (Refresh, Action.Execute) and Teams' number of people; null
 * when nothing is. A verb need not be there, nor the list of people.
 */
export function problemOfRefresh(content: unknown): string | null {
  const { refresh } = content as { refresh?: unknown };
  if (refresh === undefined) return null;
  if (!isObject(refresh)) return 'refresh must be an object.';
  const unknown = Object.keys(refresh).find((name) => !properties.includes(name));
  if (unknown !== undefined) return `refresh has no property ${unknown}.`;
  const { action, userIds = [] } = refresh;
  if (!isObject(action) || action.type !== 'Action.Execute') return 'refresh.action must be an Action.Execute.';
  const { verb = '', data = {} } = action;
  if (typeof verb !== 'string') return 'refresh.action.verb must be a text.';
  if (typeof data !== 'string' && !isObject(data)) return 'refresh.action.data must be an object or a text.';
  if (!Array.isArray(userIds) || !userIds.every((id) => typeof id === 'string')) return 'refresh.userIds must be a list of ids.';
  return userIds.length > mostUserIds ? `refresh.userIds may name ${mostUserIds} people at most.` : null;
}

const isObject = (part: unknown): part is Record<string, unknown> => typeof part === 'object' && part !== null && !Array.isArray(part);

function verbsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(verbsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, verb } = part as { type?: unknown; verb?: unknown };
  const own = type === 'Action.Execute' && typeof verb === 'string' ? [verb] : [];
  return [...own, ...Object.values(part).flatMap(verbsIn)];
}
