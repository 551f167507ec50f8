import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useFollow, useLinks } from './links.ts';

export function NotFound() {
  const links = useLinks();
  const follow = useFollow();
  return (
    <SpaceBetween size="m">
      <Header variant="h1">Page not found</Header>
      <Box variant="p">
        There is no page at this address. An event’s own address is /events/account/Region/event ID.
      </Box>
      <Button href={links.events} onFollow={follow}>
        Event history
      </Button>
    </SpaceBetween>
  );
}
