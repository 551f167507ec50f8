import Modal from '@cloudscape-design/components/modal';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended under an open page: what is on it stays, and goes on once the reader is back. */
export function SignInDialog() {
  return (
    <Modal visible header="Your session has ended" onDismiss={() => {}}>
      <SignInForm />
    </Modal>
  );
}
