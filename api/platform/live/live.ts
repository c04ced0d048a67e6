/** The live socket's interface for verbs. */
export type Live = {
  /** Makes everybody who has the document open sign in again, so that a change of rights acts at once. */
  refresh(documentName: string): void;
  stop(): Promise<void>;
};
