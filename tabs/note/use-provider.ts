/**
 * The provider of the shared notes. What was typed here and is not known to be stored is sent on each new connection as it was typed, before this page
 * says what it has: a page that has met what others typed meanwhile can no longer tell what was deleted here from what went with it, and the server
 * brings back the latter (api/platform/live/left-behind.ts).
 */
import { HocuspocusProvider } from '@hocuspocus/provider';
import * as Y from 'yjs';

/** From so many on they are put together: who types for long without a pause has thousands. */
const mostApart = 500;

export class NotesProvider extends HocuspocusProvider {
  #own: Uint8Array[] = [];

  constructor(configuration: ConstructorParameters<typeof HocuspocusProvider>[0]) {
    super(configuration);
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.#own.push(update);
      if (this.#own.length > mostApart) this.#own = [Y.mergeUpdates(this.#own)];
    });
  }

  override startSync(): void {
    super.startSync();
    if (this.#own.length > 0) this.documentUpdateHandler(Y.mergeUpdates(this.#own), null);
  }

  /** All that was typed here until now is stored. */
  forgetOwn(): void {
    this.#own = [];
  }
}
