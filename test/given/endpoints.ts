/** Every endpoint there is, found in the contracts by their file name, so that a new one is asked about without being listed anywhere. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Endpoint } from '#api/platform/endpoint/contract.ts';

const apiFolder = fileURLToPath(new URL('../../api/', import.meta.url));

/** Paths of the contracts, relative to `api/`. */
export const contracts = readdirSync(apiFolder, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)contract\.ts$/.test(file));

const exported = await Promise.all(contracts.map(async (file) => Object.values((await import(`${apiFolder}${file}`)) as object)));

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value;

/** With a name to tell them apart by, for example `GET /api/me`. */
export const endpoints = exported
  .flat()
  .filter(isEndpoint)
  .map((entry) => ({ ...entry, name: `${entry.method} ${entry.path}` }));
