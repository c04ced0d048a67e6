/**
 * Sends this process's own calls for Microsoft's hosts to the local Microsoft 365, at the level of fetch, so that the product and Microsoft's
 * libraries run unchanged. Touches no other host, and nothing of the call but its address.
 */

const hosts = ['graph.microsoft.com', 'login.microsoftonline.com', 'login.botframework.com', 'smba.trafficmanager.net'];

/** Where to, newest last: several local Microsoft 365s may follow each other in one process. */
const targets: { url: string }[] = [];
let before: typeof fetch | null = null;

/** Redirects until the answered function is called. The newest redirection wins. */
export function redirectMicrosoft(m365Url: string): () => void {
  const target = { url: m365Url.replace(/\/$/, '') };
  targets.push(target);
  if (before === null) {
    before = globalThis.fetch;
    globalThis.fetch = redirected;
  }
  return () => {
    const at = targets.indexOf(target);
    if (at >= 0) targets.splice(at, 1);
    // Somebody else may have wrapped fetch since; then ours stays below theirs and lets everything through.
    if (targets.length > 0 || before === null || globalThis.fetch !== redirected) return;
    globalThis.fetch = before;
    before = null;
  };
}

const redirected: typeof fetch = (input, init) => {
  const real = before ?? fetch;
  const address = input instanceof Request ? input.url : input.toString();
  const local = localAddress(address);
  if (local === null) return real(input, init);
  return real(input instanceof Request ? new Request(local, input) : local, init);
};

function localAddress(address: string): string | null {
  const target = targets.at(-1);
  if (!target || !address.toLowerCase().startsWith('https://')) return null;
  const url = new URL(address);
  return hosts.includes(url.host) ? `${target.url}/${url.host}${url.pathname}${url.search}` : null;
}
