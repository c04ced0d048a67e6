/** Notifications of the activity feed: to one person, in a chat, to many. */
import type { User } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import { checkInstalled, deliver, readNotice } from '../activity.ts';
import type { Answer, Call, Route } from '../call.ts';
import { badRequest, GraphRefusal } from '../refusal.ts';
import { isObject } from '../shape.ts';
import { chatOf, findUser, teamsUser } from '../tenant.ts';
import { installedAt } from '../installation.ts';

const recipientType = '#microsoft.graph.aadUserNotificationRecipient';
const mostRecipients = 100;
const leastTokenMs = 45 * 60_000;

function toUser(world: World, call: Call): Answer {
  const user = teamsUser(world, call);
  const { notice } = readNotice(world, call.body, 'user');
  checkInstalled(world, user.id, `/v1.0${call.path}`);
  deliver(world, user, notice);
  return { status: 204 };
}

/** The person a recipient names; other kinds of recipient are refused. */
function recipientOf(world: World, call: Call, recipient: unknown): User | undefined {
  const text = (name: string): string => (isObject(recipient) && typeof recipient[name] === 'string' ? recipient[name] : '');
  const bare = (name: string): string => name.replace(/^#/, '');
  if (!isObject(recipient) || bare(text('@odata.type')) !== bare(recipientType))
    throw badRequest('Recipients must be of type aadUserNotificationRecipient.');
  return findUser(world, call.caller, text('userId'));
}

function inChat(world: World, call: Call): Answer {
  const chat = chatOf(world, call);
  const { notice, fields } = readNotice(world, call.body, 'chat');
  const user = recipientOf(world, call, fields.recipient);
  if (!user || !chat.memberIds.includes(user.id)) throw new GraphRefusal(404, 'NotFound', 'The recipient is not a member of the chat.');
  checkInstalled(world, chat.id, `/v1.0${call.path}`);
  deliver(world, user, notice);
  return { status: 204 };
}

/** Accepted as a whole; whoever does not have the app is left out in silence, as there. */
function toMany(world: World, call: Call): Answer {
  if (call.caller.expiresAt.getTime() - world.clock.now().getTime() < leastTokenMs)
    throw new GraphRefusal(412, 'PreconditionFailed', 'The token expires too soon: it must be valid for at least 45 minutes.');
  const { notice, fields } = readNotice(world, call.body, 'many');
  const { recipients } = fields;
  if (!Array.isArray(recipients) || recipients.length === 0) throw badRequest('Recipients are required.');
  if (recipients.length > mostRecipients) throw badRequest(`A maximum of ${mostRecipients} recipients can be specified.`);
  for (const recipient of recipients) {
    const user = recipientOf(world, call, recipient);
    if (user && installedAt(world, user.id)) deliver(world, user, notice);
  }
  return { status: 202 };
}

export const activityRoutes: Route[] = [
  { method: 'POST', path: '/users/{user}/teamwork/sendActivityNotification', answer: toUser },
  { method: 'POST', path: '/chats/{chat}/sendActivityNotification', answer: inChat },
  { method: 'POST', path: '/teamwork/sendActivityNotificationToRecipients', answer: toMany },
];
