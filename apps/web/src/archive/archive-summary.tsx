import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { Archive } from '@trailglass/api';
import type { ReactNode } from 'react';
import { counted } from '../ui/numbers/count.ts';
import { CopyButton } from '../ui/copy/copy-button.tsx';
import { size } from '../ui/numbers/size.ts';

const states = {
  open: <StatusIndicator>In use</StatusIndicator>,
  failed: <StatusIndicator type="error">Cannot be used; searches read from AWS</StatusIndicator>,
  off: <StatusIndicator type="stopped">Off; every search reads from AWS</StatusIndicator>,
} as const;

interface Props {
  /** Absent while it is asked for. */
  readonly archive: Archive | undefined;
  readonly actions: ReactNode;
  /** What goes on with the archive as a whole. */
  readonly children: ReactNode;
}

/** The archive as a whole, and what it is in a few words. */
export function ArchiveSummary({ archive, actions, children }: Props) {
  return (
    <Container
      header={
        <Header variant="h2" actions={actions}>
          Kept on this machine
        </Header>
      }
    >
      <SpaceBetween size="l">
        <KeyValuePairs columns={4} items={archive ? facts(archive) : waiting} />
        <KeyValuePairs
          columns={1}
          items={[{ label: 'Folder', value: archive ? <Folder archive={archive} /> : '–' }]}
        />
        {children}
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

const waiting = [
  { label: 'State', value: <StatusIndicator type="loading">Reading the archive</StatusIndicator> },
  ...['Events', 'Size on disk', 'Kept for'].map((label) => ({ label, value: '–' })),
];

function facts({ state, events, bytes, folder, keepDays }: Archive) {
  const days = keepDays === undefined ? 'As long as you want' : counted(keepDays, 'day');
  const kept = folder === undefined ? 'This run of the server' : days;
  return [
    { label: 'State', value: states[state] },
    { label: 'Events', value: state === 'open' ? events.toLocaleString('en') : '–' },
    { label: 'Size on disk', value: folder && state === 'open' ? size(bytes) : '–' },
    { label: 'Kept for', value: state === 'off' ? '–' : kept },
  ];
}

function Folder({ archive: { folder, state } }: { readonly archive: Archive }) {
  if (folder === undefined) return state === 'off' ? '–' : 'None: kept in memory';
  return (
    <>
      <Box variant="code" display="inline">
        {folder}
      </Box>{' '}
      <CopyButton text={folder} what="folder" variant="inline" />
    </>
  );
}
