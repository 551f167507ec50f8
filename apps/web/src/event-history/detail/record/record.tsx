import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { type ReactNode, useMemo, useState } from 'react';
import { JsonTree } from '../../../ui/json-tree/json-tree.tsx';
import { keyPath } from '../../../ui/json/node.ts';
import { printedLines } from '../../../ui/json/print.ts';
import type { JsonDocument } from '../../../ui/json/read.ts';
import { asArrived, type Openness, revealing } from '../../../ui/json-tree/rows.ts';
import { SafeText } from '../../../ui/safe-text/safe-text.tsx';
import { RawText } from './raw-text.tsx';
import { RecordSearchBar } from './record-search-bar.tsx';
import { recordSubject } from '../../../event/record-subject.ts';
import styles from './record.module.css';
import { useSearch } from './use-search.ts';

/** The whole record: as a tree to search, or as text to read from top to bottom. */
export function RecordView({ document }: { readonly document: JsonDocument }): ReactNode {
  const [view, setView] = useState<'tree' | 'text'>('tree');
  const [openness, setOpenness] = useState<Openness>(asArrived);
  const [part, setPart] = useState({ document, root: 0 });
  const root = part.document === document ? part.root : 0;
  const setRoot = (node: number): void => {
    setPart({ document, root: node });
    // What is open is remembered by its place below the root.
    setOpenness(asArrived);
  };
  const search = useSearch(document, root);
  const { current } = search;
  const shown = useMemo(
    () => (current === undefined ? openness : revealing(openness, document, root, current)),
    [openness, document, root, current],
  );
  return (
    <>
      <div className={styles.bar}>
        <SegmentedControl
          label="Show the record as"
          selectedId={view}
          options={[
            { id: 'tree', text: 'Tree' },
            { id: 'text', text: 'JSON' },
          ]}
          onChange={({ detail }) => setView(detail.selectedId === 'text' ? 'text' : 'tree')}
        />
        {view === 'tree' && (
          <RecordSearchBar
            search={search}
            onRule={(rule) => setOpenness({ rule, changed: new Map() })}
          />
        )}
      </div>
      {view === 'tree' && root !== 0 && (
        <div className={styles.part}>
          <Button variant="inline-link" onClick={() => setRoot(0)}>
            Whole record
          </Button>{' '}
          › <SafeText text={keyPath(document, root).join('.')} limit={200} expandable={false} />
        </div>
      )}
      {view === 'tree' ? (
        <JsonTree
          key={root}
          document={document}
          root={root}
          label="Event record"
          openness={shown}
          onOpenness={setOpenness}
          subjectOf={recordSubject}
          onRoot={setRoot}
          search={search.pattern}
          current={current}
        />
      ) : (
        <PrintedRecord document={document} />
      )}
    </>
  );
}

function PrintedRecord({ document }: { readonly document: JsonDocument }): ReactNode {
  const lines = useMemo(() => printedLines(document), [document]);
  return <RawText lines={lines} label="Event record as JSON" />;
}
