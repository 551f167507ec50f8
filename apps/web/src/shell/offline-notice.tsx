import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useEffect, useState } from 'react';
import { useNextTry } from '../api/reconnect.ts';

export function useOfflineNotice(): FlashbarProps.MessageDefinition | undefined {
  const nextTry = useNextTry();
  const seconds = useSecondsUntil(nextTry);
  if (nextTry === undefined) return undefined;
  return {
    id: 'offline',
    type: 'warning',
    header: 'The Trailglass server does not answer',
    content: `What is on the page stays. If the server was stopped, start it again with npm start. ${
      seconds > 0 ? `Next try in ${seconds} s.` : 'Trying.'
    }`,
  };
}

function useSecondsUntil(moment: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (moment === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === undefined ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}
