import { type ReactNode, useContext } from 'react';
import { Coming } from '../../../event/pair.tsx';
import { Related } from './related.tsx';
import { Section, SectionLevel } from '../../../event/section.tsx';
import type { Whole } from '../../../event/whole.ts';

interface RelatedSectionProps {
  readonly whole: Whole | undefined;
  /** Where the list beside it ends (ISO): its events are counted, not those that came since. */
  readonly until?: string | undefined;
}

/** Closed in the drawer until it is wanted, so that walking through a list counts nothing; open on the event's page. */
export function RelatedSection({ whole, until }: RelatedSectionProps): ReactNode {
  const onPage = useContext(SectionLevel) === 2;
  return (
    <Section title="Related events" keptAs={onPage ? 'Related events, on its page' : undefined}>
      {whole ? <Related whole={whole} until={until} /> : <Coming what="related events" />}
    </Section>
  );
}
