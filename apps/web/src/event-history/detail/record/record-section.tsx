import Button from '@cloudscape-design/components/button';
import { type ReactNode, useMemo } from 'react';
import { CopyButton } from '../../../ui/copy/copy-button.tsx';
import { Coming } from '../../../event/pair.tsx';
import { RawText } from './raw-text.tsx';
import { RecordView } from './record.tsx';
import { Section } from '../../../event/section.tsx';
import type { Whole } from '../../../event/whole.ts';

/** The event record, exact to the byte in every copy of it. */
export function RecordSection({ whole }: { readonly whole: Whole | undefined }): ReactNode {
  return (
    <Section title="Event record" actions={whole && <RecordActions whole={whole} />}>
      {whole?.document ? (
        <RecordView document={whole.document} />
      ) : whole ? (
        <BrokenRecord text={whole.event.raw} />
      ) : (
        <Coming what="event record" />
      )}
    </Section>
  );
}

function RecordActions({ whole }: { readonly whole: Whole }): ReactNode {
  return (
    <span>
      <CopyButton text={whole.event.raw} what="event record" />
      <Button
        variant="icon"
        iconName="download"
        ariaLabel="Download event record"
        onClick={() => download(whole)}
      />
    </span>
  );
}

function BrokenRecord({ text }: { readonly text: string }): ReactNode {
  const lines = useMemo(() => text.split('\n'), [text]);
  return text === '' ? (
    <p>LookupEvents gave no record for this event.</p>
  ) : (
    <RawText lines={lines} label="Event record, which is not JSON" />
  );
}

function download({ event }: Whole): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([event.raw], { type: 'application/json' }));
  // An event's id may hold any visible character; a file's name may not.
  link.download = `cloudtrail-event-${event.eventId.replaceAll(/[^\w-]/g, '_')}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
