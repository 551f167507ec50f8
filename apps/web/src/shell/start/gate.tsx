import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { aboutQuery } from '../../api/about.ts';
import { useSignInNeeded } from '../../api/session.ts';
import { FailurePage } from './failure-page.tsx';
import { Waiting } from './waiting.tsx';
import { lazily } from '../../ui/loading/lazily.ts';

const SignInDialog = lazily(() => import('./sign-in-dialog.tsx').then((part) => part.SignInDialog));
const SignInPage = lazily(() => import('./sign-in-page.tsx').then((part) => part.SignInPage));

interface GateProps {
  /** Settles when a sign-in by link is over. */
  readonly arrival: Promise<void>;
  readonly children: ReactNode;
}

/** Lets the page in once the server has said what it is; before that: waiting, signing in, or why not. */
export function Gate({ arrival, children }: GateProps) {
  const arrived = useSettled(arrival);
  const about = useQuery({ ...aboutQuery, enabled: arrived });
  const signInNeeded = useSignInNeeded();
  const refetch = (): void => void about.refetch();

  if (about.data !== undefined) {
    return (
      <>
        {children}
        <Suspense>{signInNeeded && <SignInDialog />}</Suspense>
      </>
    );
  }
  if (signInNeeded && !about.isFetching) {
    return (
      <Suspense>
        <SignInPage />
      </Suspense>
    );
  }
  if (about.isError && !about.isFetching)
    return <FailurePage error={about.error} onRetry={refetch} />;
  return <Waiting />;
}

function useSettled(promise: Promise<void>): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    void promise.then(() => setSettled(true));
  }, [promise]);
  return settled;
}
