import Box from '@cloudscape-design/components/box';
import { CopyButton } from './copy-button.tsx';

/** A command line that mends a problem. */
export function CommandToCopy({ command }: { readonly command: string }) {
  return (
    <div>
      <Box variant="code" display="inline">
        {command}
      </Box>{' '}
      <CopyButton text={command} what="command" variant="inline" />
    </div>
  );
}
