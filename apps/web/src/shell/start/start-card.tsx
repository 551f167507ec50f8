import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import styles from './start.module.css';

interface StartCardProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A page of its own for what stands before the console, or in its place. */
export function StartCard({ title, children }: StartCardProps) {
  return (
    <main className={styles.card}>
      <title>{`${title} | Trailglass`}</title>
      <SpaceBetween size="m">
        <img src="/favicon.svg" alt="Trailglass" width="40" height="40" />
        <Header variant="h1">{title}</Header>
        {children}
      </SpaceBetween>
    </main>
  );
}
