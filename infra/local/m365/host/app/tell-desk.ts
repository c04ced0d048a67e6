/** Tells the desk what apps asked of this page, a few calls at a time. That the desk is not there is nobody's concern here. */
import { callDesk } from '../desk-api/desk-call.ts';
import type { ContextFacts } from '../teams-js/context.ts';
import type { Outcome } from '../teams-js/outcome.ts';

const gatherMs = 300;
let gathered: unknown[] = [];

export function tellDesk({ person, host, frame }: ContextFacts, func: string, outcome: Outcome): void {
  if (gathered.length === 0) setTimeout(send, gatherMs);
  gathered.push({ personId: person.id, host, frame, func, outcome });
}

function send(): void {
  const calls = gathered;
  gathered = [];
  void callDesk('POST', 'app-calls', { calls }).catch(() => undefined);
}
