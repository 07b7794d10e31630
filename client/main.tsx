import 'nhsuk-frontend/dist/nhsuk/nhsuk-frontend.css';
import './app/data-page.css';
import './components/components.css';
import './components/heat-grid.css';
import './charts/charts.css';
import './app/shell.css';
import './app/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { onSignedOut, queryClient } from './app/query-client.ts';
import { router } from './app/routes.tsx';
import { askToSignIn } from './app/session.ts';
import { trpc } from './app/trpc.ts';

// A session that ended while a page was open: sign in, and come back to this address. Where no session was known, the
// router is asking for it at this moment and leads to sign-in itself.
onSignedOut(() => {
  if (queryClient.getQueryData(trpc.session.current.queryKey()) !== undefined) askToSignIn();
});

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no element with the id root');

createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
