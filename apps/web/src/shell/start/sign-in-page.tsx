import type { Problem } from '@trailglass/api';
import { SignInForm } from './sign-in-form.tsx';
import { StartCard } from './start-card.tsx';

interface SignInPageProps {
  readonly problem?: Problem | undefined;
  readonly onSignedIn: () => void;
}

export function SignInPage({ problem, onSignedIn }: SignInPageProps) {
  return (
    <StartCard title="Sign in with the link from the terminal">
      <SignInForm problem={problem} onSignedIn={onSignedIn} />
    </StartCard>
  );
}
