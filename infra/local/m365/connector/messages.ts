/** Messages of a chat as Teams keeps them: each with a time-like id, in order, told to everybody in the chat. */
import type { Chat, ChatMessage } from '../core/entities.ts';
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

export function editMessage(
  world: World,
  chat: Chat,
  message: ChatMessage,
  change: Pick<ChatMessage, 'text' | 'card' | 'askedAt'>,
): ChatMessage {
  const edited = { ...message, ...change, editedAt: world.clock.now().toISOString() };
  world.chatMessages.put(edited.id, edited);
  announceChat(world, chat);
  return edited;
}

/** Its bot is asked about its card: nothing that anybody sees. */
export function noteAsked(world: World, message: ChatMessage): void {
  world.chatMessages.put(message.id, { ...message, askedAt: world.clock.now().toISOString() });
}

/** The same message with its card brought up to date: not an edit that anybody is told of. */
export function showAnew(world: World, chat: Chat, message: ChatMessage, card: unknown): void {
  world.chatMessages.put(message.id, { ...message, card });
  announceChat(world, chat);
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
