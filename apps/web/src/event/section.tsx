import Icon from '@cloudscape-design/components/icon';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { z } from 'zod';
import { preference } from '../ui/preference/preference.ts';
import styles from './section.module.css';

/** The level of the sections' headings: one below the event's name. */
export const SectionLevel = createContext<2 | 3>(3);

const closed = preference(
  'event-sections',
  'Closed sections of an event',
  z.array(z.string().max(64)).max(32),
  ['Further details', 'Related events'],
);

interface SectionProps {
  readonly title: string;
  /** Under which it is remembered that it is closed; the title, if nothing else. */
  readonly keptAs?: string | undefined;
  readonly count?: number | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the event that can be folded away, and stays so for the next event. */
export function Section({
  title,
  keptAs = title,
  count,
  actions,
  children,
}: SectionProps): ReactNode {
  const [folded, keep] = closed.use();
  const id = useId();
  const open = !folded.includes(keptAs);
  const Heading = useContext(SectionLevel) === 2 ? 'h2' : 'h3';
  const toggle = (): void =>
    keep(open ? [...folded, keptAs] : folded.filter((other) => other !== keptAs));
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.bar}>
        <Heading className={styles.heading}>
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={toggle}>
            <Icon name={open ? 'caret-down-filled' : 'caret-right-filled'} />
            <span id={id}>
              {title}
              {count !== undefined && <span className={styles.count}> ({count})</span>}
            </span>
          </button>
        </Heading>
        {open && actions}
      </div>
      {open && <div className={styles.body}>{children}</div>}
    </section>
  );
}
