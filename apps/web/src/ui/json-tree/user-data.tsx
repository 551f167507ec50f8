import { type MouseEvent, type ReactNode, useState } from 'react';
import { SafeText } from '../safe-text/safe-text.tsx';
import { decodeBase64 } from '../json/base64.ts';
import styles from './user-data.module.css';

/** What stands in base64, decoded below it when asked; plainly told apart from what the record says. */
export function UserData({ encoded }: { readonly encoded: string }): ReactNode {
  const [open, setOpen] = useState(false);
  const decoded = open ? decodeBase64(encoded) : undefined;
  const toggle = (click: MouseEvent): void => {
    click.stopPropagation();
    setOpen(!open);
  };
  return (
    <>
      {' '}
      <button type="button" className={styles.toggle} aria-expanded={open} onClick={toggle}>
        {open ? 'Hide decoded' : 'Decode base64'}
      </button>
      {open && (
        <span className={styles.decoded}>
          <span className={styles.mark}>
            {decoded
              ? `Decoded from base64${decoded.cut ? ', the first 64 KiB' : ''}; not part of the record`
              : 'This is not base64 of a text; it may be compressed.'}
          </span>
          {decoded && <SafeText text={decoded.text} limit={2000} />}
        </span>
      )}
    </>
  );
}
