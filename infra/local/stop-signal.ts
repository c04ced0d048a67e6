/** Ctrl-C, or what a system sends instead: stops once in good order, at once when asked again. */

/** What the terminal sends at one Ctrl-C may arrive twice within this time: from itself, and passed on by npm. */
const oneStrokeMs = 500;

export function onStopSignal(stop: () => void): void {
  let since: number | null = null;
  const told = (): void => {
    // A second Ctrl-C does not wait.
    if (since !== null && performance.now() - since > oneStrokeMs) process.exit(130);
    if (since !== null) return;
    since = performance.now();
    stop();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, told);
}
