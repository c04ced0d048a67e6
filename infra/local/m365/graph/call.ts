/** What a route gets and gives: one call to Graph, alone or from a batch, without Express. Types only. */
import type { World } from '../core/world.ts';

/** Who calls, as the token says. */
export type Caller = {
  tenantId: string;
  appId: string;
  /** Null: the app itself. */
  userId: string | null;
  /** Application permissions (`roles`) or delegated ones (`scp`). */
  permissions: ReadonlySet<string>;
  expiresAt: Date;
};

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

export type Call = {
  method: Method;
  /** Below /v1.0, `/me` replaced by the person. */
  path: string;
  query: URLSearchParams;
  header(name: string): string | undefined;
  body: unknown;
  caller: Caller;
  /** Values of the template's `{...}`, decoded. */
  at: Record<string, string>;
  requestId: string;
  /** Answers another call of the same caller: only a batch needs it. */
  again(inner: InnerCall): Promise<Answer>;
};

export type InnerCall = { method: string; url: string; headers: Record<string, string>; body: unknown };

/** `body` undefined: none; a Buffer: as it is. `permission`: which one opened the address, where the route itself looks at it. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown; permission?: string | null };

export type Route = { method: Method; path: string; answer(world: World, call: Call): Answer | Promise<Answer> };

/** The service behind an address: each has error codes of its own. */
export type Area = 'directory' | 'outlook' | 'teams';
