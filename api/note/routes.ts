/** HTTP addresses of notes; typing together goes through the live socket. */
import { serve, type Serving } from '#api/platform/endpoint/serve.ts';
import type { Platform } from '#api/platform/platform.ts';
import * as contract from './contract.ts';
import * as history from './history/contract.ts';
import { listNoteSteps } from './history/list-steps.ts';
import { readNoteStep } from './history/read-step.ts';
import { readPrivateNotes } from './read-private-notes.ts';
import { readSharedNotes } from './read-shared-notes.ts';
import { savePrivateNotes } from './save-private-notes.ts';

export function noteRoutes(serving: Serving, platform: Platform): void {
  serve(serving, contract.readPrivateNotes, ({ actor, params }) => readPrivateNotes(platform, actor, params.talkId));
  serve(serving, contract.savePrivateNotes, ({ actor, params, body, version }) =>
    savePrivateNotes(platform, actor, params.talkId, body.text, version),
  );
  serve(serving, history.listNoteSteps, ({ actor, params }) => listNoteSteps(platform, actor, params.talkId));
  serve(serving, history.readNoteStep, ({ actor, params }) => readNoteStep(platform, actor, params.talkId, params.to));
  serve(serving, contract.readSharedNotes, ({ actor, params }) => readSharedNotes(platform, actor, params.talkId));
}
