/** What a link means to Teams: a place in an app, a meeting, a chat, or something outside. Pure; it opens nothing. */

export type DeepLink =
  | { kind: 'app'; teamsAppId: string; entityId: string; subEntityId: string | null }
  | { kind: 'meeting'; joinUrl: string }
  | { kind: 'chat'; chatId: string }
  | { kind: 'outside'; url: string }
  | { kind: 'nothing' };

const teamsHosts = ['teams.microsoft.com', 'teams.cloud.microsoft', 'teams.live.com'];
const openable = ['https:', 'http:', 'mailto:', 'tel:'];

/** Reads a link. Only the web, mail and telephone may be opened; `javascript:` and the like mean nothing. */
export function readLink(link: string): DeepLink {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url || !openable.includes(url.protocol)) return { kind: 'nothing' };
  if (!teamsHosts.includes(url.hostname)) return { kind: 'outside', url: url.href };
  const [, letter, kind, first, second] = url.pathname.split('/');
  if (letter !== 'l') return { kind: 'outside', url: url.href };
  if (kind === 'meetup-join') return { kind: 'meeting', joinUrl: link };
  if (kind === 'chat' && first) return { kind: 'chat', chatId: decodeURIComponent(first) };
  if (kind === 'entity' && first && second) {
    const ids = { teamsAppId: decodeURIComponent(first), entityId: decodeURIComponent(second) };
    return { kind: 'app', ...ids, subEntityId: subEntityOf(url.searchParams.get('context')) };
  }
  return { kind: 'outside', url: url.href };
}

/** The context is JSON of a stranger. `subPageId` is its newer name. */
function subEntityOf(context: string | null): string | null {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}') as { subEntityId?: unknown; subPageId?: unknown };
    const found = subEntityId ?? subPageId;
    return typeof found === 'string' && found !== '' ? found : null;
  } catch {
    return null;
  }
}
