import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';

interface OnDemandProps {
  /** The closed control, light: a button that looks and is called like the real one. */
  readonly closed: ReactNode;
  /** The real control; its code may still have to be loaded. Its first button opens it. */
  readonly children: ReactNode;
}

/** A control whose code is loaded when it is first opened; from then on it is the real one. */
export function OnDemand({ closed, children }: OnDemandProps) {
  const [from, setFrom] = useState<Element | null>();
  if (from === undefined)
    return <Caught onClick={() => setFrom(document.activeElement)}>{closed}</Caught>;
  return (
    <Suspense fallback={closed}>
      <Opened closed={closed} from={from}>
        {children}
      </Opened>
    </Suspense>
  );
}

/** Hears the click of the button inside, whatever draws it. */
function Caught({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const button = place.current?.querySelector('button');
    button?.addEventListener('click', onClick);
    return () => button?.removeEventListener('click', onClick);
  }, [onClick]);
  return <span ref={place}>{children}</span>;
}

interface OpenedProps extends OnDemandProps {
  /** What had the focus when it was asked for. */
  readonly from: Element | null;
}

function Opened({ closed, from, children }: OpenedProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    const button = place.current?.querySelector('button');
    const { activeElement: now, body } = document;
    // Whoever has gone on meanwhile is not called back.
    if (now === from || now === body || now === null) {
      button?.focus({ preventScroll: true });
      button?.click();
    }
    // Its code could not be loaded, which is told elsewhere: the way in stays where it was.
    if (!button) setMissing(true);
  }, [from]);
  return missing ? closed : <span ref={place}>{children}</span>;
}
