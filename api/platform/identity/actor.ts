/** Who is acting: a signed-in person. Made only from a validated token (verify-token.ts) or from a message that was proven to come from Teams. */

/** A person: Entra tenant and object id. `isHr` is the app role Samtal.HR. `token` is their SSO token, for on-behalf-of only. */
export type Person = {
  kind: 'person';
  tenantId: string;
  personId: string;
  name: string;
  isHr: boolean;
  /** The app role Samtal.AccessOfficer; left out for everybody else. */ isOfficer?: true;
  token: string;
};
