/**
 * Gives one of the two officers the bundle of their request, as a page or as JSON, while it is open. That they were given it is stored in the access log of every
 * talk in it before the first word is opened; when it cannot be, nothing is given.
 */
import { findPerson } from '#api/people/find-people.ts';
import { takeTurn } from '#api/platform/db/turns.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore, noteShown, noteStanding } from '#api/platform/reading/reading.ts';
import { done, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import { isOfficerTooNear } from '../access-request/find-concerned.ts';
import { requestScope, talkScope } from '../access-request/seal-parts.ts';
import { countOpening, findRequest, type RequestRecord } from '../access-request/store.ts';
import { statusOf } from '../access-request/rules.ts';
import { readerOf } from '../export/collect-data.ts';
import { filesAnHour } from '../export/contract.ts';
import { pageOf } from '../export/rules/page.ts';
import { jsonOf, type FilePiece } from '../export/rules/pieces.ts';
import { mayEver } from '../rules/policy.ts';
import { items } from '../contract.ts';
import { bundleFormat, bundleVersion } from './contract.ts';
import { findSealed, listPieces, type PieceHead } from './store.ts';

type File = Result<AsyncIterable<string>>;

export async function openJson(platform: Platform, actor: Person, requestId: string): Promise<File> {
  const opened = await open(platform, actor, requestId);
  return opened.ok ? done(jsonOf(piecesOf(platform, opened.value))) : opened;
}

export async function openPage(platform: Platform, actor: Person, requestId: string): Promise<File> {
  const opened = await open(platform, actor, requestId);
  if (!opened.ok) return opened;
  const { tenantId, employeeId } = opened.value.request;
  const reader = readerOf(await findPerson(platform, tenantId, employeeId));
  return done(pageOf(piecesOf(platform, opened.value), reader, 'bundle'));
}

type Opened = { request: RequestRecord; heads: PieceHead[] };

async function open(platform: Platform, actor: Person, requestId: string): Promise<Result<Opened>> {
  const { db, clock } = platform;
  const { tenantId, personId } = actor;
  const request = await findRequest(db, tenantId, requestId);
  if (!request || ![request.askedBy, request.answeredBy].includes(personId)) return refuse('not-found');
  // Asked again each time: somebody may have become the employee's manager since.
  if (await isOfficerTooNear(platform, actor, request.employeeId)) return refuse('not-found');
  const refused = refusesOpening(request, clock.now());
  if (refused) return refused;
  if (!(await mayGoOn(platform, actor, requestId))) return refuse('exported-often', { limit: filesAnHour });
  const heads = await listPieces(db, { tenantId, requestId, copy: request.copy ?? -1 });
  await noteTalks(heads);
  return (await countOpening(db, request, clock.now())) ? done({ request, heads }) : refuse('bundle-closed');
}

function refusesOpening(request: RequestRecord, now: Date): Refused | null {
  const status = statusOf(request, now);
  if (status === 'open') return null;
  if (status === 'preparing') return refuse('bundle-not-ready');
  return status === 'closed' ? refuse('bundle-closed') : refuse('not-found');
}

async function mayGoOn({ db, clock }: Platform, { tenantId, personId }: Person, requestId: string): Promise<boolean> {
  const wish = { most: filesAnHour, perMs: 3_600_000, withinMs: 0, now: clock.now() };
  return 'at' in (await takeTurn(db, { name: `${tenantId}/access-bundles/${requestId}/${personId}`, ...wish }));
}

/** One entry for each talk, stored when this answers. */
async function noteTalks(heads: PieceHead[]): Promise<void> {
  const mayRead = (name: string): boolean => items.some((item) => item === name && mayEver(item, 'read', 'access-officer'));
  let last: string | null = null;
  for (const { talkId, state } of heads) {
    if (talkId === null) continue;
    noteStanding(talkId, { relation: 'access-officer', state: state ?? 0, mayRead, mayExport: () => false });
    noteShown(talkId, 'access-bundle');
    last = talkId;
  }
  if (last !== null) await noteBefore(last, 'access-bundle');
}

/** Opened one after the other, each when the one before is on its way. */
async function* piecesOf(platform: Platform, { request, heads }: Opened): AsyncGenerator<FilePiece> {
  yield { member: 'format', value: bundleFormat };
  yield { member: 'version', value: bundleVersion };
  const talks = heads.filter(({ member }) => member === 'talks');
  for (const member of ['madeAt', 'language', 'person'] as const) yield* single(member);
  yield { member: 'talks', lines: lines() };
  for (const member of ['goals', 'topics'] as const)
    for await (const piece of single(member)) if ('value' in piece) yield { member, lines: listOf(piece.value as object[]) };

  async function* single(wanted: PieceHead['member']): AsyncGenerator<FilePiece> {
    for (const head of heads) if (head.member === wanted) yield { member: wanted, value: await openPiece(platform, request, head) };
  }
  async function* lines(): AsyncGenerator<object> {
    for (const head of talks) yield (await openPiece(platform, request, head)) as object;
  }
}

async function* listOf(values: object[]): AsyncGenerator<object> {
  yield* values;
}

async function openPiece({ db, seal }: Platform, { _id, tenantId }: RequestRecord, { _id: pieceId, talkId }: PieceHead): Promise<unknown> {
  const sealed = await findSealed(db, tenantId, pieceId);
  if (!sealed) throw new Error('A piece of an access bundle went while it was given: the file is cut off');
  const scope = talkId === null ? requestScope(tenantId, _id, 'bundle') : talkScope(tenantId, _id, talkId);
  return JSON.parse(await seal.openText(scope, sealed, 'access-bundle')) as unknown;
}
