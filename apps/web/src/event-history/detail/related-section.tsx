import { lazy, type ReactNode, Suspense, useContext } from 'react';
import { Coming } from './pair.tsx';
import { Section, SectionLevel } from './section.tsx';
import type { Whole } from './whole.ts';

const Related = lazy(async () => ({ default: (await import('./related/related.tsx')).Related }));

interface RelatedSectionProps {
  readonly whole: Whole | undefined;
  /** Where the list beside it ends (ISO): its events are counted, not those that came since. */
  readonly until?: string | undefined;
}

/** Closed in the drawer until it is wanted, so that walking through a list counts nothing; open on the event's page. */
export function RelatedSection({ whole, until }: RelatedSectionProps): ReactNode {
  const onPage = useContext(SectionLevel) === 2;
  const waiting = <Coming what="related events" />;
  return (
    <Section title="Related events" keptAs={onPage ? 'Related events, on its page' : undefined}>
      {whole ? (
        <Suspense fallback={waiting}>
          <Related whole={whole} until={until} />
        </Suspense>
      ) : (
        waiting
      )}
    </Section>
  );
}
