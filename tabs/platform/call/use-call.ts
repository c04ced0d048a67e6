/** Calls as hooks: reading with a cache, sending with what to read again afterwards. */
import { QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useState } from 'react';
import type { Answer, Endpoint } from '#api/platform/endpoint/contract.ts';
import type { CallApi, Given } from './call.ts';
import { Refused } from './refused.ts';

const CallContext = createContext<CallApi | null>(null);
export const CallProvider = CallContext.Provider;

/** The plain call, for what fits neither `useRead` nor `useSend`: saving while someone types, for example. */
export function useCall(): CallApi {
  const call = useContext(CallContext);
  if (!call) throw new Error('useCall is used outside the app.');
  return call;
}

/** One cache for the whole tab. What was read is shown at once and read again quietly. */
export function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Offline is an answer we show, not a reason to wait silently.
        networkMode: 'always',
        staleTime: 5_000,
        retry: (failures, error) => error instanceof Refused && error.passing && failures < 2,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

const keyOf = (entry: Endpoint, given: unknown): readonly unknown[] => [entry.path, given];

export type ReadOptions<E extends Endpoint> = {
  /** Reads again every so many milliseconds while the page is shown; may depend on the newest answer. */
  refetchEvery?: number | false | ((answer: Answer<E> | undefined) => number | false);
  /** False: do not read yet. */
  when?: boolean;
};

/** Reads an endpoint and keeps the answer. `error` is a `Refused`. */
export function useRead<E extends Endpoint>(
  entry: E,
  given: Given<E>,
  { refetchEvery = false, when = true }: ReadOptions<E> = {},
): UseQueryResult<Answer<E>, Refused> {
  const call = useCall();
  const queryKey = keyOf(entry, given);
  const read = useQuery<Answer<E>, Refused>({
    queryKey,
    queryFn: () => call(entry, given),
    refetchInterval: typeof refetchEvery === 'function' ? ({ state }) => refetchEvery(state.data) : refetchEvery,
    enabled: when,
  });
  return useSteady(read, refetchEvery === false ? null : JSON.stringify(queryKey));
}

/**
 * While what was refused is asked for again by itself, the refusal stays what is shown: a page that came and went would take the focus, and what is typed
 * there, with it.
 * @param key what is read; null for what is asked again only by a press, which is answered with the page's grey lines
 */
function useSteady<T>(read: UseQueryResult<T, Refused>, key: string | null): UseQueryResult<T, Refused> {
  const [last, setLast] = useState<{ key: string; error: Refused; read: UseQueryResult<T, Refused> } | null>(null);
  if (key !== null && read.error && read.error !== last?.error) setLast({ key, error: read.error, read });
  return read.isPending && last?.key === key ? last.read : read;
}

export type SendOptions<E extends Endpoint> = {
  /** Endpoints to read again afterwards, whatever they were given. */ refreshes?: Endpoint[];
  onDone?: (answer: Answer<E>, given: Given<E>) => void;
};

/** Sends to an endpoint: `send.mutate(given)` or `await send.mutateAsync(given)`; `send.error` is a `Refused`. */
export function useSend<E extends Endpoint>(
  entry: E,
  { refreshes = [], onDone }: SendOptions<E> = {},
): UseMutationResult<Answer<E>, Refused, Given<E>> {
  const call = useCall();
  const cache = useQueryClient();
  return useMutation<Answer<E>, Refused, Given<E>>({
    mutationFn: (given) => call(entry, given),
    onSuccess: (answer, given) => {
      onDone?.(answer, given);
      // Not awaited: the screen goes on at once, and what is read again arrives when it does.
      for (const { path } of refreshes) void cache.invalidateQueries({ queryKey: [path] });
    },
  });
}

/** Puts an answer in the cache as if it had just been read: `keep(readCycle, { params: { cycleId } }, cycle)`. */
export function useKeep(): <E extends Endpoint>(entry: E, given: Given<E>, answer: Answer<E>) => void {
  const cache = useQueryClient();
  return useCallback((entry, given, answer) => void cache.setQueryData(keyOf(entry, given), answer), [cache]);
}

/** Has these endpoints read again wherever they are shown: for what was sent with the plain call. */
export function useReadAgain(): (entries: readonly Endpoint[]) => void {
  const cache = useQueryClient();
  return useCallback((entries) => entries.forEach(({ path }) => void cache.invalidateQueries({ queryKey: [path] })), [cache]);
}

/** Has everything that is shown read again: after a time in which nothing could be. */
export function useReadAllAgain(): () => Promise<void> {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries(), [cache]);
}
