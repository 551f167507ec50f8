import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import type { ReactNode } from 'react';
import styles from './record.module.css';
import type { RecordSearch } from './use-search.ts';

interface RecordSearchBarProps {
  readonly search: RecordSearch;
  readonly onRule: (rule: 'all' | 'none') => void;
}

/** Looks within the record: Enter goes on to the next place, Shift+Enter back. */
export function RecordSearchBar({ search, onRule }: RecordSearchBarProps): ReactNode {
  const { text, setText, words, count, step } = search;
  return (
    <>
      <div className={styles.search}>
        <Input
          type="search"
          value={text}
          placeholder="Find in record"
          ariaLabel="Find in record"
          clearAriaLabel="Clear"
          onChange={({ detail }) => setText(detail.value)}
          onKeyDown={(event) => {
            const { key, shiftKey } = event.detail;
            if (key === 'Enter') step(shiftKey ? -1 : 1);
            // The first Escape empties the search; only the next one closes the drawer.
            if (key === 'Escape' && text !== '') {
              event.stopPropagation();
              setText('');
            }
          }}
        />
      </div>
      <span className={styles.found}>
        <output className={styles.count}>{words}</output>
        {count > 1 && (
          <>
            <Button
              variant="icon"
              iconName="angle-up"
              ariaLabel="Previous place found"
              onClick={() => step(-1)}
            />
            <Button
              variant="icon"
              iconName="angle-down"
              ariaLabel="Next place found"
              onClick={() => step(1)}
            />
          </>
        )}
      </span>
      <span className={styles.rules}>
        <Button variant="inline-link" onClick={() => onRule('all')}>
          Expand all
        </Button>
        <Button variant="inline-link" onClick={() => onRule('none')}>
          Collapse all
        </Button>
      </span>
    </>
  );
}
