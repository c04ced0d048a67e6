/** Start of the host page: one React tree for every address of it. Joins the views; draws nothing itself. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Root } from './shell/Root.tsx';

// Apps accept this page under the name localhost only.
if (window.location.hostname === '127.0.0.1') window.location.hostname = 'localhost';

const ground = document.getElementById('root');
if (!ground) throw new Error('index.html has no #root.');
// Everything is on this machine: whether there is a network says nothing.
const client = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', retry: 1, staleTime: 60_000, refetchOnWindowFocus: false } },
});

createRoot(ground).render(
  <QueryClientProvider client={client}>
    <Root />
  </QueryClientProvider>,
);
