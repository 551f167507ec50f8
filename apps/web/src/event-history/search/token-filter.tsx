import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import type { Asked } from '@trailglass/api';
import { type Filter, printFilter } from '@trailglass/query';
import { type ReactNode, useMemo } from 'react';
import { filteringOptions, filteringProperties, propertyGroups } from './filter-properties.ts';
import { fromTokens } from './filter-tokens.ts';
import type { Suggestion } from './values/suggestions.ts';
import { useCountedValues } from './values/use-counted-values.ts';

interface Props {
  readonly filter: Filter;
  /** The same filter as tokens. */
  readonly query: PropertyFilterProps.Query;
  /** Values in the rows on the page. */
  readonly suggestions: readonly Suggestion[];
  /** The search under way: where values are counted. */
  readonly asked: Asked | undefined;
  readonly onChange: (q: string) => void;
  readonly control: ReactNode;
}

const strings: PropertyFilterProps.I18nStrings = {
  filteringAriaLabel: 'Filter events',
  filteringPlaceholder: 'Filter by user, event source, any field or word',
  clearFiltersText: 'Clear',
  groupValuesText: 'Values',
  groupPropertiesText: 'Fields',
  enteredTextLabel: (value) => `Search for “${value}”`,
  tokenOperatorAriaLabel: 'Change how conditions are joined',
  removeTokenButtonAriaLabel: (token) =>
    `Remove ${token.propertyLabel || 'word'} ${token.operator} ${token.value}`,
};

/** Cloudscape's property filter over the same syntax tree that the server reads. */
export function TokenFilter({ filter, query, suggestions, asked, onChange, control }: Props) {
  const properties = useMemo(() => filteringProperties(filter), [filter]);
  const { values, status, words, load } = useCountedValues(asked);
  const options = useMemo(() => filteringOptions(suggestions, values), [suggestions, values]);
  return (
    <PropertyFilter
      query={query}
      onChange={({ detail }) => onChange(printFilter(fromTokens(detail)))}
      filteringProperties={properties}
      filteringOptions={options}
      customGroupsText={[...propertyGroups]}
      enableTokenGroups
      freeTextFiltering={{ operators: [':', '!:'], defaultOperator: ':' }}
      filteringEmpty="No values in the list yet. Type the whole value, or use * as a wildcard."
      filteringStatusType={status}
      filteringLoadingText="Counting values in what is read"
      filteringFinishedText={words}
      filteringErrorText={words}
      filteringRecoveryText="Try again"
      onLoadItems={({ detail }) => void load(detail)}
      i18nStrings={strings}
      customControl={control}
      expandToViewport
      virtualScroll
    />
  );
}
