import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './tree-line.module.css';
import { opensElsewhere } from '../../ui/opens-elsewhere.ts';

interface Props {
  readonly path: string;
  /** Tab reaches the link. */
  readonly reachable: boolean;
  readonly children: ReactNode;
}

/** A link out of a line of the tree, whose own click leads elsewhere. */
export function Way({ path, reachable, children }: Props): ReactNode {
  const router = useRouter();
  return (
    <a
      href={path}
      tabIndex={reachable ? 0 : -1}
      className={styles.link}
      onClick={(event) => {
        if (opensElsewhere(event)) return;
        event.preventDefault();
        router.history.push(path);
      }}
    >
      {children}
    </a>
  );
}
