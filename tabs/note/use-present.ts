/** Who else has the shared notes open, as their programs say it. Checked by hand, for it comes from another's browser; decides nothing. */
import type { Awareness } from 'y-protocols/awareness';

export type Present = { id: string; name: string };
const nameLimit = 60;

/** The name in what another's program tells about its user; at most sixty characters. */
export function nameIn(user: unknown): string {
  const name = typeof user === 'object' && user !== null && 'name' in user ? user.name : '';
  return typeof name === 'string' ? name.slice(0, nameLimit) : '';
}

/** Names of the others, each person once however many windows they have; one's own other windows are left out. */
export function othersIn(awareness: Pick<Awareness, 'getStates'>, myId: string): string[] {
  const names = new Map<string, string>();
  for (const state of awareness.getStates().values()) {
    const user: unknown = (state as { user?: unknown }).user;
    const id = typeof user === 'object' && user !== null && 'id' in user && typeof user.id === 'string' ? user.id : '';
    const name = nameIn(user);
    if (id !== '' && id !== myId && name !== '') names.set(id, name);
  }
  return [...names.values()];
}
