/** Who is acting: a signed-in person or one of Samtal's own jobs. Made only from a validated token or by jobs.ts. */

/** A person: Entra tenant and object id. `isHr` is the app role Samtal.HR. `token` is their SSO token, for on-behalf-of only. */
export type Person = { kind: 'person'; tenantId: string; personId: string; name: string; isHr: boolean; token: string };
/** A job acting for a tenant; `job` is its name in jobs.ts. */
export type SystemActor = { kind: 'system'; tenantId: string; job: string };
export type Actor = Person | SystemActor;
