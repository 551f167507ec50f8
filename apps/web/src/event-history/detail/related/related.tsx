import Link from '@cloudscape-design/components/link';
import { useRouter } from '@tanstack/react-router';
import type { Counts } from '@trailglass/api';
import { type ReactNode, useCallback, useMemo } from 'react';
import { useAbout, useServerNow } from '../../../api/about.ts';
import { printSearch } from '../../../address/search-params.ts';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { chosenScopes } from '../../../address/scopes.ts';
import { buildPageState } from '../../../address/url.ts';
import { useAddress } from '../../../address/use-page-state.ts';
import { asProblem } from '../../../event/use-event.ts';
import type { Whole } from '../../../event/whole.ts';
import { countWords } from './count-words.ts';
import { endOf, type Lead, leadsOf, mostResources } from './leads.ts';
import styles from './related.module.css';
import { useCounts } from './use-counts.ts';
import { scopeOf } from '../../../address/scope.ts';

interface RelatedProps {
  readonly whole: Whole;
  /** The list's end (ISO), which a relative range and a window beyond it are counted up to. */
  readonly until?: string | undefined;
}

/** From an event to others like it and around it: each with the number of events that it leads to. */
export function Related({ whole, until }: RelatedProps): ReactNode {
  const about = useAbout();
  const now = useServerNow();
  const { state } = useAddress();
  const { account, region } = whole.row;
  const list = useMemo(() => {
    const seen = chosenScopes(state, about).scopes.includes(scopeOf({ account, region }));
    return seen ? state : { ...state, accounts: [], regions: [] };
  }, [state, about, account, region]);
  const leads = useMemo(() => leadsOf(whole, list, now()), [whole, list, now]);
  const end = useCallback(() => endOf(whole, until, now()), [whole, until, now]);
  const { data, error } = useCounts(leads, chosenScopes(list, about).scopes, end);
  const lines = leads.map((lead, n) => ({ lead, count: data?.counts[n] }));
  const resources = whole.event.envelope.resources.length;
  return (
    <>
      <Lines lines={lines.filter(({ lead }) => lead.group === 'same')} waiting={!error} />
      {resources > mostResources && (
        <p className={styles.note}>
          Of its {resources.toLocaleString('en')} resources, the first {mostResources}.
        </p>
      )}
      <div className={styles.title}>Around this time</div>
      <Lines lines={lines.filter(({ lead }) => lead.group === 'around')} waiting={!error} />
      {error && (
        <p className={styles.note}>The events are not counted. {asProblem(error).detail}</p>
      )}
    </>
  );
}

interface Line {
  readonly lead: Lead;
  readonly count: Counts['counts'][number] | undefined;
}

function Lines({ lines, waiting }: { readonly lines: readonly Line[]; readonly waiting: boolean }) {
  return (
    <ul className={styles.lines}>
      {lines.map(({ lead, count }) => (
        <li key={`${lead.label} ${lead.value}`} className={styles.line}>
          <span className={styles.label}>
            <Open lead={lead} />
          </span>
          <span className={styles.value}>
            {lead.value !== undefined && (
              <SafeText text={lead.value} limit={200} expandable={false} />
            )}
          </span>
          <span className={styles.count}>
            {count ? countWords(count) : waiting && <span aria-label="Counting">…</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Open({ lead }: { readonly lead: Lead }): ReactNode {
  const router = useRouter();
  const path = `/events${printSearch(buildPageState(lead.page))}`;
  const named = lead.value === undefined ? lead.label : `${lead.label}: ${lead.value}`;
  return (
    <Link
      href={path}
      ariaLabel={named.slice(0, 300)}
      onFollow={(event) => {
        event.preventDefault();
        router.history.push(path);
      }}
    >
      {lead.label}
    </Link>
  );
}
