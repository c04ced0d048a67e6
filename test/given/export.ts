/** Somebody's own export, as a program and as a person gets it. */
import { expect } from 'vitest';
import { exportJson, exportPage, exportSchema, type Exported } from '#api/privacy/export/contract.ts';
import type { Speaker } from './speaker.ts';

/** The JSON, held against its documented shape, which knows no member that is not named there; and its text as it came. */
export async function exportOf(speaker: Speaker): Promise<{ exported: Exported; text: string }> {
  const { body, headers, text } = await speaker.call(exportJson);
  if (!body) throw new Error(`No export was made: ${text}`);
  expect([headers.get('cache-control'), headers.get('content-disposition')]).toEqual(['no-store', 'attachment; filename=samtal.json']);
  return { exported: exportSchema.parse(JSON.parse(text)), text };
}

/** The page as it came. */
export async function pageOf(speaker: Speaker): Promise<string> {
  const { headers, text } = await speaker.call(exportPage);
  expect([headers.get('cache-control'), headers.get('content-disposition')]).toEqual(['no-store', 'attachment; filename=samtal.html']);
  return text;
}
