/**
 * Listens to the desk's word of changes and forgets what has become old. Only while the tab is seen: a browser keeps no more than six
 * connections to one host, and somebody who plays three people has more tabs than that.
 */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ChangeArea } from './desk-types.ts';

const stale: Record<ChangeArea, string[]> = {
  feed: ['feed'],
  mail: ['mails'],
  calendar: ['calendar', 'meeting', 'chats'],
  chat: ['chats', 'messages', 'meeting'],
  directory: ['company', 'chats', 'meeting'],
  app: ['company', 'chats', 'meeting'],
  clock: ['company', 'clock'],
};

/** First parts of the keys that a change makes old; none for a change that this page does not know. */
export function staleAfter(data: string): string[] {
  try {
    const change = JSON.parse(data) as { area?: string };
    return Object.hasOwn(stale, change.area ?? '') ? stale[change.area as ChangeArea] : [];
  } catch {
    return [];
  }
}

export function useChanges(personId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let stop = listen(personId, client);
    const onSeen = (): void => {
      stop();
      if (document.visibilityState === 'hidden') return;
      stop = listen(personId, client);
      void client.invalidateQueries();
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => {
      document.removeEventListener('visibilitychange', onSeen);
      stop();
    };
  }, [personId, client]);
}

function listen(personId: string, client: QueryClient): () => void {
  const source = new EventSource(`/desk/api/changes?person=${encodeURIComponent(personId)}`);
  let wasLost = false;
  source.onmessage = ({ data }: MessageEvent<string>) => {
    for (const key of staleAfter(data)) void client.invalidateQueries({ queryKey: [key] });
  };
  source.onerror = () => (wasLost = true);
  source.onopen = () => {
    if (wasLost) void client.invalidateQueries();
    wasLost = false;
  };
  return () => source.close();
}
