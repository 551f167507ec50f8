import Button from '@cloudscape-design/components/button';
import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useEffect, useState } from 'react';
import { type NextTry, tryNow, useNextTry } from '../api/reconnect.ts';

export function useOfflineNotice(): FlashbarProps.MessageDefinition | undefined {
  const nextTry = useNextTry();
  if (!nextTry) return undefined;
  return {
    id: 'offline',
    type: 'warning',
    header: 'The Trailglass server does not answer',
    content: <Countdown at={nextTry.at} />,
    action: <TryNow key={nextTry.at} nextTry={nextTry} />,
  };
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
