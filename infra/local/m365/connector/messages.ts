/** Messages of a chat as Teams keeps them: each with a time-like id, in order, told to everybody in the chat. */
import type { CardView, Chat, ChatMessage } from '../core/entities.ts';
import type { World } from '../core/world.ts';

export type Written = { from: string; text: string; card?: unknown; summary?: string | null };

export function addMessage(world: World, chat: Chat, written: Written): ChatMessage {
  const now = world.clock.now();
  let number = now.getTime();
  while (world.chatMessages.get(String(number))) number += 1;
  const message: ChatMessage = {
    id: String(number),
    tenantId: chat.tenantId,
    chatId: chat.id,
    from: written.from,
    text: written.text,
    card: written.card ?? null,
    summary: written.summary ?? null,
    at: now.toISOString(),
    editedAt: null,
  };
  world.chatMessages.put(message.id, message);
  announceChat(world, chat);
  return message;
}

export function editMessage(world: World, chat: Chat, message: ChatMessage, change: Pick<ChatMessage, 'text' | 'card'>): ChatMessage {
  const edited = { ...message, ...change, views: {}, editedAt: world.clock.now().toISOString() };
  world.chatMessages.put(edited.id, edited);
  announceChat(world, chat);
  return edited;
}

export type Look = { messageId: string; userId: string };

/** The bot is asked about a card by this person, or has answered: nothing that anybody sees. What it has taken away meanwhile does not come back. */
export function noteAsked(world: World, { messageId, userId }: Look, answered: Omit<CardView, 'askedAt'> = {}): void {
  const message = world.chatMessages.get(messageId);
  if (!message) return;
  const view = { ...message.views?.[userId], ...answered, askedAt: world.clock.now().toISOString() };
  world.chatMessages.put(messageId, { ...message, views: { ...message.views, [userId]: view } });
}

/** From now on this person sees the answered card in the message, and nobody else does. */
export function showAnew(world: World, look: Look, answered: { card: unknown; editedAt?: string }): void {
  noteAsked(world, look, answered);
  world.announce({ personId: look.userId, area: 'chat' });
}

/** The card of a message as this person sees it, and since when it is another. */
export function cardFor({ card, editedAt, views }: ChatMessage, userId: string): Pick<ChatMessage, 'card' | 'editedAt'> {
  const view = views?.[userId];
  return { card: view && 'card' in view ? view.card : card, editedAt: view?.editedAt ?? editedAt };
}

export function removeMessage(world: World, chat: Chat, message: ChatMessage): void {
  world.chatMessages.remove(message.id);
  announceChat(world, chat);
}

/** Oldest first. */
export function messagesOf(world: World, chat: Chat): ChatMessage[] {
  return world.chatMessages.by('chat', chat.id).sort((a, b) => a.at.localeCompare(b.at) || a.id.localeCompare(b.id));
}

export function announceChat(world: World, chat: Chat): void {
  for (const personId of chat.memberIds) world.announce({ personId, area: 'chat' });
}
