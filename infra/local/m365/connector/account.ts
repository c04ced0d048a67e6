/** How Teams names people, the bot and their chats when it speaks with a bot. Each name can be turned back into ours. */
import type { Chat, User } from '../core/entities.ts';
import { readManifest } from '../core/manifest.ts';
import type { World } from '../core/world.ts';

export const serviceUrl = 'https://smba.trafficmanager.net/emea/';

export type Account = { id: string; name: string; aadObjectId?: string };

export const botAccount = (world: World): Account => ({ id: `28:${world.app.clientId}`, name: readManifest(world.app).name.short });
export const userAccount = (user: User): Account => ({ id: accountId(user.id), name: user.displayName, aadObjectId: user.id });

const accountId = (userId: string): string => `29:1${Buffer.from(userId).toString('base64url')}`;

/** The person behind an account id; Teams takes a directory id as well. */
export function userOfAccount(world: World, id: string): User | undefined {
  return world.users.get(id.startsWith('29:1') ? Buffer.from(id.slice(4), 'base64url').toString() : id);
}

/** A person's chat with the bot has another name at the bot than in Graph; a meeting's chat has one name. */
export const chatIdAtBot = (chat: Chat): string => (chat.withBot ? `a:1${Buffer.from(chat.id).toString('base64url')}` : chat.id);

export function chatOfBot(world: World, id: string): Chat | undefined {
  const chat = world.chats.get(id.startsWith('a:1') ? Buffer.from(id.slice(3), 'base64url').toString() : id);
  return chat && chatIdAtBot(chat) === id ? chat : undefined;
}

/** The installation that makes the bot part of a chat: the person's for their own chat, the meeting's for its chat. */
export function installationIn(
  world: World,
  chat: Chat,
): { permissions: { permissionValue: string; permissionType: string }[] } | undefined {
  const targets = chat.withBot ? chat.memberIds : [chat.id];
  return targets
    .flatMap((target) => world.installedApps.by('target', target))
    .find(({ teamsAppId }) => teamsAppId === world.app.teamsAppId);
}
