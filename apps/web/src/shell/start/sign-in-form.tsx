import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Problem } from '@trailglass/api';
import { useState } from 'react';
import { signIn, tokenIn, useLinkProblem } from '../../api/sign-in.ts';

/** The link can be opened or, to keep this tab and its work, pasted here. */
export function SignInForm() {
  const [link, setLink] = useState('');
  const ofLink = useLinkProblem();
  const [ofPaste, setOfPaste] = useState<Problem>();
  const problem = ofPaste ?? ofLink;
  const [busy, setBusy] = useState(false);
  const token = tokenIn(link);

  async function submit(): Promise<void> {
    if (token === undefined || busy) return;
    setBusy(true);
    setOfPaste(await signIn(token));
    setBusy(false);
    setLink('');
  }

  return (
    <SpaceBetween size="m">
      {problem && (
        <Alert type="warning" header="That link did not work">
          {problem.type === 'sign-in-needed'
            ? 'A link works once and for five minutes. Press Enter in the terminal for a new one, or start Trailglass again.'
            : problem.detail}
        </Alert>
      )}
      <Box variant="p">
        Open the link that Trailglass printed in the terminal. It signs this browser in, so that
        nobody else on this machine can read your event history through it.
      </Box>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <FormField
          label="Or paste the link here"
          stretch
          errorText={
            link !== '' && token === undefined ? 'This is not the link from the terminal.' : ''
          }
        >
          <Input
            value={link}
            onChange={({ detail }) => setLink(detail.value)}
            placeholder={`${location.origin}/#k=…`}
            autoComplete={false}
            spellcheck={false}
          />
        </FormField>
        <Box margin={{ top: 's' }}>
          <Button
            formAction="submit"
            variant="primary"
            loading={busy}
            disabled={token === undefined}
          >
            Sign in
          </Button>
        </Box>
      </form>
    </SpaceBetween>
  );
}
