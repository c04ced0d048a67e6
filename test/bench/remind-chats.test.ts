/** Who looks at their chat in a run of reminders sees what is in it then. */
import { expect, it } from 'vitest';
import { ada, bakery, givenApp } from '#infra/local/m365/given.ts';
import { addMessage, editMessage, noteAsked, removeMessage } from '#infra/local/m365/connector/messages.ts';
import { openBotChat } from '#infra/local/m365/connector/teams.ts';
import type { ChatMessage } from '#infra/local/m365/core/entities.ts';
import { loadCompany } from '#infra/local/m365/core/load-company.ts';
import { createWorld } from '#infra/local/m365/core/world.ts';
import { createLooking, lookAtAll, type Look } from './remind-chats.ts';

function givenChat() {
  const now = new Date('2027-02-01T07:30:00Z');
  const world = Object.assign(createWorld({ ...givenApp }), { clock: { now: () => now, moveTo: () => undefined } });
  loadCompany(world, bakery);
  const user = world.users.get(ada);
  if (!user) throw new Error('Ada is missing');
  const { chat } = openBotChat(world, user);
  const [first, second, third] = ['first', 'second', 'third'].map((text) => addMessage(world, chat, { from: 'bot', text })) as [
    ...[ChatMessage, ChatMessage, ChatMessage],
  ];
  return { world, chat, first, second, third };
}

it.each([
  ['all of it', (world: ReturnType<typeof createWorld>, look: Look) => lookAtAll(world, look)],
  ['what has come', (world: ReturnType<typeof createWorld>, look: Look) => createLooking(world, look, () => true)()],
])('whoever looks at %s sees nothing that has left meanwhile, and what was replaced as it is', async (_what, lookAt) => {
  const { world, chat, first, second, third } = givenChat();
  const seen: string[] = [];
  await lookAt(world, async (message) => {
    seen.push(message.text);
    noteAsked(world, { messageId: message.id, userId: ada });
    if (message.id !== first.id) return;
    removeMessage(world, chat, second);
    editMessage(world, chat, third, { text: 'another', card: null });
  });
  expect(seen).toEqual(['first', 'another']);
  expect(world.chatMessages.all().map(({ text }) => text)).toEqual(seen);
});

it('who has asked about a message is noted with the message as it is now; one that is gone stays away', () => {
  const { world, chat, first, second } = givenChat();
  editMessage(world, chat, first, { text: 'another', card: null });
  removeMessage(world, chat, second);
  for (const { id } of [first, second]) noteAsked(world, { messageId: id, userId: ada });
  expect(world.chatMessages.get(first.id)).toMatchObject({
    text: 'another',
    views: { [ada]: { askedAt: world.clock.now().toISOString() } },
  });
  expect(world.chatMessages.get(second.id)).toBeUndefined();
});
