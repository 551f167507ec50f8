import Alert from '@cloudscape-design/components/alert';
import type { EventRow, Problem } from '@trailglass/api';
import type { ReactNode } from 'react';
import { ProblemAlert } from '../../ui/problem/problem-alert.tsx';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import styles from './event-sections.module.css';
import { Denied } from './glance/denied.tsx';
import { Failure } from './glance/failure.tsx';
import { Further } from './fields/further.tsx';
import { Glance } from './glance/glance.tsx';
import { Coming } from '../../event/pair.tsx';
import { Parameters } from './fields/parameters.tsx';
import { RecordSection } from './record/record-section.tsx';
import { Resources } from './fields/resources.tsx';
import { Section } from '../../event/section.tsx';
import { Sentence } from './glance/sentence.tsx';
import { Summary } from './fields/summary.tsx';
import { eventOfRow, type Whole } from '../../event/whole.ts';

interface EventSectionsProps {
  /** What the list knows; enough for the first paint. */
  readonly row?: EventRow | undefined;
  readonly whole?: Whole | undefined;
  readonly problem?: Problem | undefined;
  readonly onRetry: () => void;
  /** Where else it may be. */
  readonly elsewhere?: ReactNode;
  /** What its principal never, or hardly, did before. */
  readonly novelty?: ReactNode;
  /** What was written about it here. */
  readonly note?: ReactNode;
  /** What can be done with them. */
  readonly besideResources?: ReactNode;
  /** The way to other events. */
  readonly related?: ReactNode;
}

/** Everything about one event; the drawer and the event's own page show the same. */
export function EventSections(props: EventSectionsProps): ReactNode {
  const { row, whole, problem, onRetry, elsewhere, novelty, note, besideResources, related } =
    props;
  const known = whole?.row ?? row;
  const resources = whole?.event.envelope.resources;
  return (
    <>
      {problem && (
        <div className={styles.problem}>
          <ProblemAlert problem={problem} onRetry={onRetry} />
          {elsewhere}
        </div>
      )}
      {known && (
        <div className={styles.lead}>
          <Sentence event={whole?.event ?? eventOfRow(known)} />
          <Glance row={known} event={whole?.event ?? eventOfRow(known)} />
          {novelty}
          <Failure row={known} />
          <Denied row={known} />
          <Flaws flaws={known.flaws ?? []} />
        </div>
      )}
      {note}
      {(known ?? !problem) && (
        <Section title="Summary">
          {known ? <Summary row={known} whole={whole} /> : <Coming what="summary" />}
        </Section>
      )}
      {!problem && (
        <>
          <Section title="Resources referenced" count={resources?.length}>
            {resources ? (
              <Resources resources={resources} region={String(known?.awsRegion ?? known?.region)} />
            ) : (
              <Coming what="resources" />
            )}
            {resources && besideResources}
          </Section>
          {related}
          <Parameters title="Request parameters" name="requestParameters" whole={whole} />
          <Parameters title="Response elements" name="responseElements" whole={whole} />
          <Section title="Further details">
            {whole?.document ? <Further document={whole.document} /> : <Coming what="details" />}
          </Section>
          <RecordSection whole={whole} />
        </>
      )}
    </>
  );
}

function Flaws({ flaws }: { readonly flaws: readonly string[] }): ReactNode {
  if (flaws.length === 0) return null;
  return (
    <div className={styles.flaws}>
      <Alert type="warning" header="Something about this event is not as it should be">
        {flaws.map((flaw) => (
          <div key={flaw}>
            <SafeText text={flaw} />
          </div>
        ))}
      </Alert>
    </div>
  );
}
