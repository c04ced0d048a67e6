/** What an administrator has granted the app, read from the file the registration names. Grants nothing that is not in it. */
import { readFileSync } from 'node:fs';

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
