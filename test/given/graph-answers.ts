/**
 * Microsoft Graph as a table of answers: every call that this process sends there is written down by name, in order, and answered as a test says.
 * For parts whose order of calls matters; what Graph really does with them is the local Microsoft 365's (infra/local/m365).
 */

const graph = 'https://graph.microsoft.com/v1.0';
/** Names of the calls a test may tell apart; others go by method and path. */
const names: [RegExp, string][] = [
  [/^POST \/users\/[^/]+\/teamwork\/sendActivityNotification$/, 'feed'],
  [/^POST \/teamwork\/sendActivityNotificationToRecipients$/, 'feed of many'],
  [/^POST \/users\/[^/]+\/teamwork\/installedApps$/, 'install'],
  [/^POST \/chats\/[^/]+\/sendActivityNotification$/, 'chat'],
  [/^GET .*\/mailFolders\/drafts\/messages/, 'look among drafts'],
  [/^GET .*\/mailFolders\/sentitems\/messages/, 'look among sent'],
  [/^POST \/users\/[^/]+\/messages$/, 'draft'],
  [/^POST \/users\/[^/]+\/messages\/[^/]+\/send$/, 'send'],
  [/^DELETE \/users\/[^/]+\/messages\/[^/]+$/, 'throw away'],
];

/** A status, a status with the seconds to wait, or no answer at all. */
export type Answer = number | [status: number, retryAfter: number] | 'lost';
export type GraphAnswers = {
  /** By name; what is not named succeeds. */
  answers: Record<string, Answer>;
  /** Names of what was asked, in order, and cards that the bot put into chats at `botService`. */
  asked: string[];
  /** The newest body sent under each name. */
  bodies: Record<string, Record<string, unknown>>;
  /** Forgets all three. */
  begin(answers?: Record<string, Answer>): void;
  stop(): void;
};

export function givenGraphAnswers(botService: string): GraphAnswers {
  const real = globalThis.fetch;
  const state: GraphAnswers = {
    ...{ answers: {}, asked: [], bodies: {} },
    begin: (answers = {}) => void Object.assign(state, { answers, asked: [], bodies: {} }),
    stop: () => void (globalThis.fetch = real),
  };
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    if (address.startsWith(botService)) state.asked.push('card');
    if (!address.startsWith(graph)) return real(input, init);
    const call = `${init?.method ?? 'GET'} ${address.slice(graph.length)}`;
    const name = names.find(([pattern]) => pattern.test(call))?.[1] ?? call;
    state.asked.push(name);
    if (typeof init?.body === 'string') state.bodies[name] = JSON.parse(init.body) as Record<string, unknown>;
    return answerWith(state.answers[name] ?? (call.startsWith('GET') ? 200 : 201));
  };
  return state;
}

function answerWith(answer: Answer): Response {
  if (answer === 'lost') throw new TypeError('fetch failed');
  const [status, retryAfter] = typeof answer === 'number' ? [answer, null] : answer;
  const headers = { 'Content-Type': 'application/json', ...(retryAfter === null ? {} : { 'Retry-After': String(retryAfter) }) };
  const body = status >= 400 ? { error: { code: 'Said', message: 'as the test says' } } : { id: 'x', value: [] };
  return new Response(status === 204 ? null : JSON.stringify(body), { status, headers });
}
