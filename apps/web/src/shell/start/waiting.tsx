import Box from '@cloudscape-design/components/box';
import Spinner from '@cloudscape-design/components/spinner';
import { useEffect, useState } from 'react';
import styles from './start.module.css';

/** Nothing for the first 300 ms: most waits are shorter, and a flicker is worse than a pause. */
export function Waiting() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <output className={styles.centre}>
      {long && (
        <Box color="text-body-secondary">
          <Spinner /> Asking the Trailglass server
        </Box>
      )}
    </output>
  );
}
