import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { useAbout } from '../api/about.ts';
import { notify } from '../ui/notices.ts';
import { resetPreferences } from '../ui/preference/preference.ts';

function reset(): void {
  resetPreferences();
  notify({ type: 'success', content: 'This page’s settings are back to their defaults.' });
}

export function AboutTrailglass() {
  const { version } = useAbout();
  return (
    <Container
      header={
        <Header variant="h2" actions={<Button onClick={reset}>Reset settings</Button>}>
          About Trailglass
        </Header>
      }
    >
      <KeyValuePairs
        columns={2}
        items={[
          { label: 'Version', value: version },
          { label: 'Licence', value: 'Apache-2.0' },
          {
            label: 'What leaves this machine',
            value:
              'Signed calls to AWS, made by the server. The browser never sees a credential and talks only to the server.',
          },
          {
            label: 'What this browser keeps',
            value: 'Theme, density, time zone and sizes. No events.',
          },
        ]}
      />
    </Container>
  );
}
