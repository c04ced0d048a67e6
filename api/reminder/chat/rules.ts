/**
 * Which of the messages that hold the same card is the card, and which are copies of it. A card whose answer was lost is sent again, so that a chat may
 * hold it several times; Teams tells of each that it shows, or that is pressed. Pure.
 */

/** `tries`: how many messages may hold the card. `messageId`: the one that is the card; null until Teams has told of one. */
export type KnownCard = { tries: number; messageId: string | null; copies: readonly string[] };
export type Told = { messageId: string; isPress: boolean };
/** `gone`: the message that is to leave the chat; null when none is. */
export type AfterTold = Pick<KnownCard, 'messageId' | 'copies'> & { gone: string | null };

/**
 * The first that is told of is the card. Another is a copy; one that is pressed takes the place of the card, since its answer is being read there. What
 * has once been called a copy stays one, whatever is told later: else two who are told at the same time could each take away the other's.
 */
export function afterTold({ tries, messageId: card, copies }: KnownCard, { messageId, isPress }: Told): AfterTold {
  if (copies.includes(messageId)) return { messageId: card, copies, gone: messageId };
  if (card === null) return { messageId, copies, gone: null };
  // There are no more copies than tries; what is said beyond that is not ours.
  if (card === messageId || copies.length + 1 >= tries) return { messageId: card, copies, gone: null };
  return isPress
    ? { messageId, copies: [...copies, card], gone: card }
    : { messageId: card, copies: [...copies, messageId], gone: messageId };
}
