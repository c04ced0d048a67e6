/** What a person does: calls that change something, and forgetting what they made old. Errors are shown by whoever called. */
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { callDesk, type Method } from './desk-call.ts';

export type Act = { method?: Method; path: string; body?: unknown };

/** A call that changes something; `forget` names what is read again afterwards. */
export function useAct<T = unknown>(forget: readonly unknown[][]): UseMutationResult<T, Error, Act> {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ method = 'POST', path, body }: Act) => callDesk<T>(method, path, body),
    onSettled: () => Promise.all(forget.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
