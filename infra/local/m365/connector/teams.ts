/**
 * The way from a person to the bot: what somebody does in Teams, kept in the chat and told to the bot as Teams tells it. What the bot does on
 * its own comes in through routes.ts.
 */
import type { Chat, ChatMessage, User } from '../core/entities.ts';
import { botChatId, installationId } from '../core/ids.ts';
import { readManifest } from '../core/manifest.ts';
import type { World } from '../core/world.ts';
import { installationIn } from './account.ts';
import * as activity from './activities.ts';
import { press, refresh, type Told } from './ask-card.ts';
import { cardIn } from './card.ts';
import type { DeliverActivity } from './deliver-activity.ts';
import { addMessage, announceChat, cardFor } from './messages.ts';

export type Teams = {
  /** Opens the person's chat with the bot, as adding the app does. The bot is told when the chat is new. */
  addApp(user: User): Promise<{ chat: Chat } & Told>;
  /** Takes the app away from the person; what was written stays. Null when they do not have it. */
  removeApp(user: User): Promise<Told | null>;
  say(user: User, chat: Chat, text: string): Promise<{ message: ChatMessage } & Told>;
  /** Presses an Action.Execute of a card; `says` is what the bot answers instead of a card. The person alone sees a card that it answers. */
  press(user: User, chat: Chat, message: ChatMessage, action: { verb: string; data: unknown }): Promise<Told & { says: string | null }>;
  /** The person looks at the card: asks the bot for it anew, as `isAskedFor` says. They alone see what it answers. */
  refresh(user: User, chat: Chat, message: ChatMessage): Promise<Told>;
  tellMeeting(chat: Chat, kind: 'start' | 'end'): Promise<Told & { told: boolean }>;
};

export function createTeams(world: World, deliver: DeliverActivity): Teams {
  return {
    addApp: (user) => addApp(world, deliver, user),
    removeApp: (user) => removeApp(world, deliver, user),
    async say(user, chat, text) {
      const message = addMessage(world, chat, { from: user.id, text });
      await world.tables.flushed();
      if (!chat.withBot || !installationIn(world, chat)) return { message, status: null };
      const { status } = await deliver(activity.message(world, user, chat, message));
      return { message, status };
    },
    press: (user, chat, message, action) => press(world, deliver, { user, chat, message }, action),
    refresh: (user, chat, message) => refresh(world, deliver, { user, chat, message }),
    async tellMeeting(chat, kind) {
      const meeting = chat.onlineMeetingId === null ? undefined : world.onlineMeetings.get(chat.onlineMeetingId);
      const organizer = meeting && world.users.get(meeting.organizerId);
      announceChat(world, chat);
      if (!meeting || !organizer || !hearsMeetings(world, chat)) return { told: false, status: null };
      const { status } = await deliver(activity.meetingEvent(world, organizer, chat, meeting, kind));
      return { told: true, status };
    },
  };
}

/** A bot hears of a meeting when it may be in group chats, was installed there, and was given the right to read which meeting it is. */
function hearsMeetings(world: World, chat: Chat): boolean {
  const inGroups = readManifest(world.app).bots.some(({ scopes }) => scopes.some((scope) => scope.toLowerCase() === 'groupchat'));
  const permissions = installationIn(world, chat)?.permissions ?? [];
  return (
    inGroups &&
    permissions.some(
      ({ permissionValue, permissionType }) =>
        permissionValue === 'OnlineMeeting.ReadBasic.Chat' && permissionType.toLowerCase() === 'application',
    )
  );
}

async function addApp(world: World, deliver: DeliverActivity, user: User): Promise<{ chat: Chat } & Told> {
  const { chat, isNew } = openBotChat(world, user);
  await world.tables.flushed();
  if (!isNew) return { chat, status: null };
  announceApp(world, user);
  await deliver(activity.installation(world, user, chat, 'add'));
  const { status } = await deliver(activity.joined(world, user, chat));
  announceChat(world, chat);
  return { chat, status };
}

async function removeApp(world: World, deliver: DeliverActivity, user: User): Promise<Told | null> {
  const id = installationId(user.id, world.app.teamsAppId);
  if (!world.installedApps.get(id)) return null;
  world.installedApps.remove(id);
  await world.tables.flushed();
  announceApp(world, user);
  const chat = world.chats.get(botChatId(user.id, world.app.clientId));
  if (!chat) return { status: null };
  const { status } = await deliver(activity.installation(world, user, chat, 'remove'));
  announceChat(world, chat);
  return { status };
}

/** Who has the app is shown wherever people are listed. */
const announceApp = (world: World, user: User): void => world.announce({ personId: user.id, area: 'app' });

/** The person's chat with the bot, the app installed. New, when either was missing. */
export function openBotChat(world: World, user: User): { chat: Chat; isNew: boolean } {
  const { clientId, teamsAppId } = world.app;
  const at = world.clock.now().toISOString();
  const id = botChatId(user.id, clientId);
  const known = world.chats.get(id);
  const chat: Chat = known ?? {
    id,
    tenantId: user.tenantId,
    chatType: 'oneOnOne',
    topic: null,
    memberIds: [user.id],
    withBot: true,
    onlineMeetingId: null,
    createdDateTime: at,
  };
  if (known && installationIn(world, known)) return { chat: known, isNew: false };
  world.chats.put(id, chat);
  const installed = installationId(user.id, teamsAppId);
  if (!world.installedApps.get(installed)) {
    const target = { kind: 'user', userId: user.id } as const;
    world.installedApps.put(installed, { id: installed, tenantId: user.tenantId, teamsAppId, target, permissions: [], at });
  }
  return { chat, isNew: true };
}

/** Whether the card, as this person sees it, has an Action.Execute with this verb. */
export const hasVerb = (message: ChatMessage, user: User, verb: string): boolean =>
  cardIn(cardFor(message, user.id).card).verbs.includes(verb);
