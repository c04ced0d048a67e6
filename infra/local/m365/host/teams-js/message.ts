/** The form of messages between an app and its host (teams-js 2.58): what the app asks, what the host answers or tells. Pure. */

/** What an app asks. `uuid` is null for apps with an older library. */
export type Request = { id: number; uuid: string | null; func: string; args: unknown[] };
export type Reply = { id: number; uuidAsString?: string; args: unknown[] };
export type HostEvent = { func: string; args: unknown[] };

/** A request, or null for a message that is none. */
export function readRequest(data: unknown): Request | null {
  if (typeof data !== 'object' || data === null) return null;
  const { id, uuidAsString, func, args } = data as { [key: string]: unknown };
  if (typeof id !== 'number' || typeof func !== 'string') return null;
  return { id, uuid: typeof uuidAsString === 'string' ? uuidAsString : null, func, args: Array.isArray(args) ? args : [] };
}

/** The library finds its question by uuid, older ones by number. */
export const replyTo = ({ id, uuid }: Request, args: unknown[]): Reply => ({ id, ...(uuid === null ? {} : { uuidAsString: uuid }), args });

/** What the host tells of itself: no number, so that it is not taken for an answer. */
export const tell = (func: string, ...args: unknown[]): HostEvent => ({ func, args });

/** Whether a message comes from the app's own window and from the origin its page was loaded from. */
export function isFromApp(event: { source: unknown; origin: string }, appWindow: unknown, origin: string): boolean {
  return appWindow !== null && appWindow !== undefined && event.source === appWindow && event.origin === origin;
}
