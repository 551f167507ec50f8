import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from '../../api/client.ts';
import { type Verification, verify } from './verification.ts';

/** One verification at a time; leaving the page ends it. */
export function useVerification() {
  const client = useClient();
  const [verification, setVerification] = useState<Verification>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const stop = useCallback(() => running.current?.abort(), []);
  const start = useCallback(() => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    // The last word of one that was started anew is not of interest.
    const tell = (now: Verification): void => {
      if (running.current === own) setVerification(now);
    };
    void verify(client, tell, own.signal);
  }, [client]);
  const dismiss = useCallback(() => setVerification(undefined), []);
  return { verification, start, stop, dismiss };
}
