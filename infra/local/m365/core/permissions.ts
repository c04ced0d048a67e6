/** What an administrator has granted the app, read from the file the registration names. Grants nothing that is not in it. */
import { readFileSync } from 'node:fs';
import type { World } from './world.ts';

export type Permissions = {
  /** Application permissions of Microsoft Graph, by name. */
  application: string[];
  /** Delegated ones, consented to for everybody. */
  delegated: string[];
  appRoles: string[];
};

type Named = { name: string };
type PermissionsFile = {
  application: Named[];
  delegated: Named[];
  appRoles: { value: string }[];
};

/** Read at each use: an administrator may change what is granted while everything runs. */
export function readPermissions(file: string): Permissions {
  const read = JSON.parse(readFileSync(file, 'utf8')) as PermissionsFile;
  return {
    application: read.application.map(({ name }) => name),
    delegated: read.delegated.map(({ name }) => name),
    appRoles: read.appRoles.map(({ value }) => value),
  };
}

/** The same without what somebody at the desk has taken back. Tokens from before lose it too: here nobody waits until they end. */
export function permissionsNow({ app, revoked }: World): Permissions {
  const { application, delegated, appRoles } = readPermissions(app.permissionsFile);
  const isLeft = (name: string): boolean => !revoked.has(name);
  return { application: application.filter(isLeft), delegated: delegated.filter(isLeft), appRoles };
}
