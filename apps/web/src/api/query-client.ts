import { QueryClient } from '@tanstack/react-query';

/** Failures are problem documents with their own next step, and the server retries AWS itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});
