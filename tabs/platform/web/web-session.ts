/** What Samtal can do only in a plain browser, where no host page signs people in and out. Types only: how it is done is in sign-in.ts. */

export type WebSession = {
  /** Of the account that is signed in, as Microsoft Entra says it; only to be shown. */
  name: string;
  /** Whether the sign-in has run out; what is on screen stays. `follow` calls back when that changes and answers how to stop. */
  hasEnded(): boolean;
  follow(changed: () => void): () => void;
  /** Signs the same person in again in a small window, so that nothing typed here is lost. Call it from a press, or browsers block the window. */
  renew(): Promise<'renewed' | 'blocked' | 'failed'>;
  /** Leaves for Entra's page, to come back to this one; only from where nothing that was typed is on the screen. `another`: asks for the account. */
  leaveToSignIn(as: 'same' | 'another'): Promise<void>;
  /** Forgets everything here and at Entra, in every window of this browser. */
  signOut(): Promise<void>;
  /** `fetch`, with another try under a fresh token when the server takes the present one for outlived: a clock may be wrong. */
  send: typeof fetch;
};

/** Why nobody is signed in after all. `done`: the small window has done its work. */
export type WebStopReason = 'signed-out' | 'cancelled' | 'not-allowed' | 'no-storage' | 'no-connection' | 'failed' | 'done';
