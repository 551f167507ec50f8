import Button from '@cloudscape-design/components/button';
import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { counted } from '../../ui/numbers/count.ts';
import { SafeText } from '../../ui/safe-text/safe-text.tsx';
import styles from './search-bar.module.css';

interface Props {
  /** The filter's text. */
  readonly q: string;
  /** The same in words. */
  readonly words: string;
  /** The same as tokens, where tokens can show it. */
  readonly query: PropertyFilterProps.Query | undefined;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly onClear: () => void;
}

/** On a telephone: the filter in one line, and the way to all of it. */
export function FilterFold({ q, words, query, folded, onFold, onClear }: Props) {
  const conditions = query?.tokenGroups?.length ?? 1;
  const sum = q === '' ? 'Filter events' : conditions > 1 ? counted(conditions, 'filter') : words;
  const name = q === '' ? sum : conditions > 1 ? `${sum}: ${words}` : `Filter: ${words}`;
  return (
    <div className={styles.fold}>
      <button
        type="button"
        className={styles.sum}
        aria-label={name}
        aria-expanded={!folded}
        data-part="filter-fold"
        onClick={() => onFold(!folded)}
      >
        <SafeText text={sum} limit={80} expandable={false} />
      </button>
      {folded && q !== '' && (
        <Button variant="icon" iconName="close" ariaLabel="Clear" onClick={onClear} />
      )}
    </div>
  );
}
