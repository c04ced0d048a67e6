/** Brings a card up to date when it is shown, as Teams does: asks once, when the card says that it can be asked for anew. What fails leaves it as it is. */
import { useEffect, useEffectEvent } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { Message } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';

const canRefresh = (card: unknown): boolean => typeof card === 'object' && card !== null && 'refresh' in card;

export function useRefreshedCard(personId: string, chatId: string, { id, card }: Pick<Message, 'id' | 'card'>, isWanted: boolean): void {
  const { mutate } = useAct([keys.messages(personId)]);
  const ask = useEffectEvent(() => {
    if (isWanted && canRefresh(card)) mutate({ path: ofPerson(personId, 'chats', chatId, 'messages', id, 'refresh') });
  });
  // Not again for a card that has just taken the place of another.
  useEffect(() => ask(), [id]);
}
