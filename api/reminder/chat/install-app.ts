/**
 * Gives Samtal to somebody whom the feed did not reach because they do not have it, so that the next notification finds them there and the bot can greet
 * them. What is being sent goes out another way meanwhile. Without the permission nothing changes.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';

export async function installApp({ graph, log }: Platform, { tenantId, personId }: { tenantId: string; personId: string }): Promise<void> {
  try {
    if (await graph.installForPerson(tenantId, personId)) log.info({ personId }, 'Samtal was installed for somebody who did not have it');
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable)) throw error;
    // Tried again with the next notification that the feed refuses.
    log.info({ personId }, 'Samtal could not be installed for a person now');
  }
}
