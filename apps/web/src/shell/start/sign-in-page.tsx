import { SignInForm } from './sign-in-form.tsx';
import { StartCard } from './start-card.tsx';

export function SignInPage() {
  return (
    <StartCard title="Sign in with the link from the terminal">
      <SignInForm />
    </StartCard>
  );
}
