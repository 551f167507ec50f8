import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useEffect, useState } from 'react';
import { type NextTry, tryNow, useNextTry } from '../../api/reconnect.ts';

/** An alert, which is always at hand: a flash bar may still have to be loaded, from the server that is gone. */
export function OfflineNotice() {
  const nextTry = useNextTry();
  if (!nextTry) return null;
  return (
    <Alert
      type="warning"
      header="The Trailglass server does not answer"
      action={<TryNow nextTry={nextTry} />}
    >
      <Countdown at={nextTry.at} />
    </Alert>
  );
}

function Countdown({ at }: Pick<NextTry, 'at'>) {
  const now = useNow();
  const seconds = Math.max(0, Math.ceil((at - now) / 1000));
  return (
    <>
      What is on the page stays. If the server was stopped, start it again with npm start.{' '}
      {seconds > 0 ? `Next try in ${seconds} s.` : 'Trying.'}
    </>
  );
}

function TryNow({ nextTry }: { readonly nextTry: NextTry }) {
  const now = useNow();
  return (
    <Button disabled={now < nextTry.notBefore} onClick={tryNow}>
      Try now
    </Button>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
