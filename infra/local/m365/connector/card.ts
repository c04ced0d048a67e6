/** What this Microsoft 365 must know of an Adaptive Card: whether it is one, and which verbs its buttons have. Showing it is for the host page. */

export type CardFacts = { isCard: boolean; verbs: string[] };
/** How a card is brought up to date when it is shown: the action, and the account ids of those for whom Teams does so by itself. */
export type CardRefresh = { verb: string; data: unknown; userIds: string[] };

export function cardIn(content: unknown): CardFacts {
  const card = content as { type?: unknown; version?: unknown } | null;
  const isCard = typeof card === 'object' && card?.type === 'AdaptiveCard' && typeof card.version === 'string';
  return { isCard, verbs: isCard ? verbsIn(card) : [] };
}

/** Null for a card that stays as it is. */
export function refreshIn(content: unknown): CardRefresh | null {
  const { refresh } = (content ?? {}) as { refresh?: { action?: { type?: unknown; verb?: unknown; data?: unknown }; userIds?: unknown } };
  const { type, verb, data } = refresh?.action ?? {};
  if (type !== 'Action.Execute' || typeof verb !== 'string') return null;
  const userIds = Array.isArray(refresh?.userIds) ? refresh.userIds.map(String) : [];
  return { verb, data: data ?? {}, userIds };
}

function verbsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(verbsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, verb } = part as { type?: unknown; verb?: unknown };
  const own = type === 'Action.Execute' && typeof verb === 'string' ? [verb] : [];
  return [...own, ...Object.values(part).flatMap(verbsIn)];
}
