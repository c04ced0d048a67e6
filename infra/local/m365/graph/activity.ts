/** The activity feed: what a notification must be to reach it, and the text that a person reads there. */
import { randomUUID } from 'node:crypto';
import type { Activity, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { installedAt } from './installation.ts';
import { activityTemplate, appNames, hasIcon } from './manifest.ts';
import { badRequest, GraphRefusal } from './refusal.ts';
import { isObject, readBody, type Fields, type Shape } from './shape.ts';

const fields: Readonly<Record<string, Shape>> = {
  topic: { type: 'teamworkActivityTopic', has: { source: { oneOf: ['entityUrl', 'text'] }, value: 'string', webUrl: 'string' } },
  activityType: 'string',
  chainId: 'integer',
  previewText: { type: 'itemBody', has: { content: 'string', contentType: { oneOf: ['text', 'html'] } } },
  teamsAppId: 'string',
  templateParameters: { listOf: { type: 'keyValuePair', has: { name: 'string', value: 'string' } } },
  iconId: 'string',
};
const userShape: Extract<Shape, { type: string }> = { type: 'sendActivityNotification', anyCase: true, has: fields };
const recipientShape: Shape = {
  type: 'teamworkNotificationRecipient',
  has: { userId: 'string', chatId: 'string', teamId: 'string', channelId: 'string' },
};
const chatShape: Extract<Shape, { type: string }> = { ...userShape, has: { ...fields, recipient: recipientShape } };
const manyShape: Extract<Shape, { type: string }> = { ...userShape, has: { ...fields, recipients: { listOf: recipientShape } } };

export const shapes = { user: userShape, chat: chatShape, many: manyShape };

export type Notice = {
  activityType: string;
  parameters: Map<string, string>;
  preview: string;
  topic: string;
  link: string;
  chainId: number | null;
};

/** Where a notification goes decides what its topic may point at. */
export type NoticePlace = 'user' | 'chat' | 'many';
const entityForms: Record<NoticePlace, RegExp> = {
  user: /^https:\/\/graph\.microsoft\.com\/(v1\.0|beta)\/(users\/[^/]+\/teamwork\/installedApps\/[^/]+|appCatalogs\/teamsApps\/[^/]+)$/i,
  chat: /^https:\/\/graph\.microsoft\.com\/(v1\.0|beta)\/chats\/[^/]+(\/messages\/[^/]+)?$/i,
  many: /^https:\/\/graph\.microsoft\.com\/(v1\.0|beta)\/appCatalogs\/teamsApps\/[^/]+$/i,
};
const previewLength = 150;

/** Reads and checks what does not depend on the recipient. */
export function readNotice(world: World, body: unknown, place: NoticePlace): { notice: Notice; fields: Fields } {
  const given = readBody(body, shapes[place]);
  const { activityType, templateParameters, previewText, chainId, teamsAppId, iconId } = given;
  if (typeof activityType !== 'string' || activityTemplate(world.app, activityType, 'en') === null)
    throw badRequest(`The activity type '${String(activityType)}' is not declared in the manifest of the app.`);
  if (typeof teamsAppId === 'string' && teamsAppId !== world.app.teamsAppId)
    throw new GraphRefusal(403, 'Forbidden', `Application is not the owner of the Teams app '${teamsAppId}'.`);
  if (typeof iconId === 'string' && !hasIcon(world.app, iconId))
    throw badRequest(`The icon '${iconId}' is not declared in the manifest of the app.`);
  const pairs = Array.isArray(templateParameters) ? templateParameters.filter(isObject) : [];
  const parameters = new Map(pairs.map(({ name, value }) => [String(name), String(value)]));
  const missing = holes(activityTemplate(world.app, activityType, 'en') ?? '').filter((name) => name !== 'actor' && !parameters.has(name));
  if (missing.length > 0) throw badRequest(`Template parameters are missing: ${missing.join(', ')}.`);
  const preview = isObject(previewText) && typeof previewText.content === 'string' ? previewText.content : '';
  const { topic, link } = readTopic(world, given.topic, place);
  const chain = typeof chainId === 'number' ? chainId : null;
  return { notice: { activityType, parameters, preview: preview.slice(0, previewLength), topic, link, chainId: chain }, fields: given };
}

const holes = (template: string): string[] => [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

function readTopic(world: World, topic: unknown, place: NoticePlace): { topic: string; link: string } {
  if (!isObject(topic) || typeof topic.value !== 'string' || topic.value === '') throw badRequest('The topic and its value are required.');
  const { source, value, webUrl } = topic;
  const isTeamsLink = typeof webUrl === 'string' && /^https:\/\/teams\.microsoft\.com\/l\/.+/.test(webUrl);
  if (webUrl != null && !isTeamsLink) throw badRequest('The webUrl of the topic must be a deep link to Microsoft Teams.');
  if (source === 'text') {
    if (!isTeamsLink) throw badRequest("The webUrl of the topic is required when its source is 'text'.");
    return { topic: value, link: webUrl };
  }
  if (source !== 'entityUrl' || !entityForms[place].test(value))
    throw badRequest(`The topic '${value}' is no resource that this notification can be about.`);
  return {
    topic: appNames(world.app).name,
    link: isTeamsLink ? webUrl : linkOf(world, value),
  };
}

/** What a topic without a link of its own opens: the chat it is about, otherwise the app. */
function linkOf(world: World, entityUrl: string): string {
  const chatId = /\/chats\/([^/]+)/.exec(entityUrl)?.[1];
  if (!chatId) return `https://teams.microsoft.com/l/app/${world.app.teamsAppId}`;
  return `https://teams.microsoft.com/l/chat/${encodeURIComponent(decodeURIComponent(chatId))}/0`;
}

/** Refuses unless the app is installed where the notification goes. */
export function checkInstalled(world: World, targetId: string, path: string): void {
  if (installedAt(world, targetId)) return;
  const message = `Application with AAD App Id '${world.app.clientId}' is not authorized to generate custom text notifications about '${path}' to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).`;
  throw new GraphRefusal(403, 'Forbidden', message);
}

/** Puts the notification into the person's feed; one of the same chain is replaced. */
export function deliver(world: World, user: User, notice: Notice): Activity {
  const { chainId, parameters, activityType } = notice;
  if (chainId !== null) {
    for (const earlier of world.activities.by('recipient', user.id)) if (earlier.chainId === chainId) world.activities.remove(earlier.id);
  }
  const template = activityTemplate(world.app, activityType, user.mailbox?.locale ?? 'en') ?? '';
  const actor = appNames(world.app).name;
  const text = template.replaceAll(/\{(\w+)\}/g, (hole, name: string) => parameters.get(name) ?? (name === 'actor' ? actor : hole));
  const activity: Activity = {
    id: randomUUID(),
    tenantId: user.tenantId,
    recipientId: user.id,
    activityType,
    text,
    preview: notice.preview,
    topic: notice.topic,
    link: notice.link,
    chainId,
    at: world.clock.now().toISOString(),
    readAt: null,
  };
  world.activities.put(activity.id, activity);
  world.announce({ personId: user.id, area: 'feed' });
  return activity;
}
