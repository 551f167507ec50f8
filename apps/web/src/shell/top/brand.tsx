import { useRouter } from '@tanstack/react-router';
import { useLinks } from '../pages/links.ts';
import mark from './mark.svg';
import styles from './top.module.css';
import { opensElsewhere } from '../../ui/opens-elsewhere.ts';

export function Brand() {
  const { events } = useLinks();
  const router = useRouter();
  return (
    <a
      className={styles.brand}
      href={events}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        router.history.push(events);
      }}
    >
      <img src={mark} alt="" width="28" height="24" />
      Trailglass
    </a>
  );
}
