import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { queryClient } from '../api/query-client.ts';
import { TimeZoneProvider } from '../ui/time/time-zone.tsx';
import { useAppearance } from '../ui/preference/appearance.ts';
import { FailureBoundary } from './start/failure-boundary.tsx';
import { Gate } from './start/gate.tsx';
import { router } from './router.tsx';

/** @param arrival settles when a sign-in by link is over */
export function App({ arrival }: { readonly arrival: Promise<void> }) {
  useAppearance();
  return (
    <FailureBoundary>
      <I18nProvider locale="en" messages={[messages]}>
        <QueryClientProvider client={queryClient}>
          <TimeZoneProvider>
            <Gate arrival={arrival}>
              <RouterProvider router={router} />
            </Gate>
          </TimeZoneProvider>
        </QueryClientProvider>
      </I18nProvider>
    </FailureBoundary>
  );
}
