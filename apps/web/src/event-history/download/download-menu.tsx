import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useRouter } from '@tanstack/react-router';
import { useClient } from '../../api/client.ts';
import { policyOfSearch } from '../../address/pages/policy-address.ts';
import { useTimeZone } from '../../ui/time/time-zone.tsx';
import type { ColumnState } from '../../fields/column-state.ts';
import { useAsked } from '../results/asked.ts';
import { useFigure } from '../results/use-figure.ts';
import type { ResultsStore } from '../results/store.ts';
import { useResults } from '../results/use-results.ts';
import { formats } from './download-formats.ts';
import { download } from './follow-download.tsx';
import { usePageState } from '../../address/use-page-state.ts';
import { whatIsRead } from './what-is-read.ts';

const policy = {
  id: 'policy',
  text: 'IAM policy…',
  secondaryText: 'The least that allows what these events did',
} as const;

/** The whole result as a file: in which format, and what has to be read for it. Loaded when it is first opened. */
export function DownloadMenu({ store, columns }: { store: ResultsStore; columns: ColumnState }) {
  const client = useClient();
  const zone = useTimeZone();
  const router = useRouter();
  const [page] = usePageState();
  const results = useResults(store);
  const asked = useAsked(results);
  const { data: known } = useFigure(['download'], asked, results.phase, (asked, signal) =>
    client.histogram(asked, 1, signal),
  );
  const text = asked ? whatIsRead(results, known) : 'Nothing has been read yet';
  return (
    <ButtonDropdown
      items={[{ text, items: formats.map((format) => ({ ...format, disabled: !asked })) }, policy]}
      onItemClick={({ detail }) => {
        if (detail.id === policy.id) router.history.push(policyOfSearch(page));
        const chosen = formats.find(({ id }) => id === detail.id);
        if (!asked || !chosen) return;
        const choice = {
          format: chosen.id,
          ...(chosen.id === 'csv' && { columns: columns.shown }),
        };
        void download(client, asked, choice, zone);
      }}
    >
      Download
    </ButtonDropdown>
  );
}
