/** What this Microsoft 365 must know of an Adaptive Card: whether it is one, and which verbs its buttons have. Showing it is for the host page. */

export type CardFacts = { isCard: boolean; verbs: string[] };

export function cardIn(content: unknown): CardFacts {
  const card = content as { type?: unknown; version?: unknown } | null;
  const isCard = typeof card === 'object' && card?.type === 'AdaptiveCard' && typeof card.version === 'string';
  return { isCard, verbs: isCard ? verbsIn(card) : [] };
}

function verbsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(verbsIn);
  if (typeof part !== 'object' || part === null) return [];
  const { type, verb } = part as { type?: unknown; verb?: unknown };
  const own = type === 'Action.Execute' && typeof verb === 'string' ? [verb] : [];
  return [...own, ...Object.values(part).flatMap(verbsIn)];
}
