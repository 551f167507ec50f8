import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Archive } from '@trailglass/api';
import { CopyButton } from '../ui/copy-button.tsx';
import { size } from './size.ts';

const states = {
  open: <StatusIndicator>In use</StatusIndicator>,
  failed: <StatusIndicator type="error">Cannot be used; searches read from AWS</StatusIndicator>,
  off: <StatusIndicator type="stopped">Off; nothing is kept after this run</StatusIndicator>,
} as const;

/** The archive as a whole, and what it is in a few words. */
export function ArchiveSummary({ archive }: { readonly archive: Archive }) {
  const { folder, state, bytes, events } = archive;
  return (
    <Container header={<Header variant="h2">Kept on this machine</Header>}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'State', value: states[state] },
            { label: 'Events', value: events.toLocaleString('en') },
            { label: 'Size on disk', value: folder === undefined ? '–' : size(bytes) },
            {
              label: 'Folder',
              value:
                folder === undefined ? (
                  'None: kept in memory'
                ) : (
                  <>
                    <Box variant="code" display="inline">
                      {folder}
                    </Box>{' '}
                    <CopyButton text={folder} what="folder" variant="inline" />
                  </>
                ),
            },
          ]}
        />
        <Box variant="p" color="text-body-secondary">
          Each event is kept exactly as CloudTrail gave it, with a note of which time of which
          account and Region has been read. A search looks here first and asks AWS only for what the
          notes do not cover. The newest 15 minutes are read again, as CloudTrail may still add to
          them. Nothing leaves this machine.
        </Box>
      </SpaceBetween>
    </Container>
  );
}
