import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import styles from './page-area.module.css';

interface PageAreaProps {
  /** The page takes the rest of the window and scrolls inside itself. */
  readonly fills: boolean;
  readonly children: ReactNode;
}

/** Gives a page that scrolls inside itself exactly the room below bars and notices, also when they come and go. */
export function PageArea({ fills, children }: PageAreaProps) {
  const area = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState<number>();

  useLayoutEffect(() => {
    if (!fills) return undefined;
    const measure = (): void => {
      const box = area.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    for (const above of document.querySelectorAll('#header, main')) observer.observe(above);
    return () => observer.disconnect();
  }, [fills]);

  if (!fills) return children;
  const room = top === undefined ? undefined : `calc(100dvh - ${top}px)`;
  return (
    <div
      ref={area}
      className={styles.area}
      style={room ? { ['--area' as string]: room } : {}}
      data-part="page"
    >
      {children}
    </div>
  );
}
