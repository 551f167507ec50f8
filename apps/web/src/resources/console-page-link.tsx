import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { consoleLink } from './console-link.ts';

interface Props {
  readonly type: string | undefined;
  readonly name: string | undefined;
  /** Where the event happened. */
  readonly region: string;
}

/** To the resource's page in the AWS console, in another tab; nothing where there is none that is certain. */
export function ConsolePageLink({ type, name, region }: Props): ReactNode {
  const href = consoleLink(type, name, region);
  if (href === undefined) return null;
  return (
    <Link
      href={href}
      external
      rel="noopener noreferrer"
      fontSize="body-s"
      externalIconAriaLabel="Opens in a new tab"
      ariaLabel={`${name ?? ''} in the AWS console`}
    >
      AWS console
    </Link>
  );
}
