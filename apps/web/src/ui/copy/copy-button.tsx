import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from './clipboard.ts';

interface CopyButtonProps {
  /** What is copied, exactly; a function where making the text is work. */
  readonly text: string | (() => string);
  /** What it is, for its accessible name: "event link" gives "Copy event link". */
  readonly what: string;
  /** `icon` in headers, `inline` beside a value, `button` with its words. */
  readonly variant?: 'icon' | 'inline' | 'button';
}

/** Copies, says so, and is quiet again after two seconds. */
export function CopyButton({ text, what, variant = 'icon' }: CopyButtonProps): ReactNode {
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'refused'>('none');
  useEffect(() => {
    if (outcome === 'none') return undefined;
    const timer = setTimeout(() => setOutcome('none'), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    const copied = await copyText(typeof text === 'function' ? text() : text);
    setOutcome(copied ? 'copied' : 'refused');
  };
  const said = { none: '', copied: 'Copied', refused: 'The browser does not allow copying here' };
  const icon = { none: 'copy', copied: 'check', refused: 'status-negative' } as const;
  const shared = {
    iconName: icon[outcome],
    ariaLabel: `Copy ${what}`,
    onClick: () => void copy(),
  };
  return (
    <>
      {variant === 'button' ? (
        <Button {...shared}>{outcome === 'copied' ? 'Copied' : `Copy ${what}`}</Button>
      ) : (
        <span title={said[outcome] || `Copy ${what}`}>
          <Button {...shared} variant={variant === 'icon' ? 'icon' : 'inline-icon'} />
        </span>
      )}
      <LiveRegion hidden>{said[outcome]}</LiveRegion>
    </>
  );
}
