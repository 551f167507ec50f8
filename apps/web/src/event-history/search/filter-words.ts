import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import { type Filter, parseFilter, printFilter } from '@trailglass/query';
import { toTokens } from './filter-tokens.ts';
import { subjectLabel, subjectOf } from '../../fields/subjects.ts';

type Token = PropertyFilterProps.Token | PropertyFilterProps.TokenGroup;

/** A filter as its tokens read, `User name = alice and Event name ^ Put`; as text where tokens cannot show it. */
export function filterWords(filter: Filter): string {
  const query = toTokens(filter);
  const tokens = query?.tokenGroups;
  return tokens ? joined(tokens, query.operation) : printFilter(filter);
}

/** The same for a filter's text, which is given back if it cannot be read. */
export function filterTextWords(text: string): string {
  const { filter } = parseFilter(text);
  return filter ? filterWords(filter) : text;
}

const joined = (tokens: readonly Token[], operation: 'and' | 'or'): string =>
  tokens.map(words).join(` ${operation} `);

function words(token: Token): string {
  if ('tokens' in token) return `(${joined(token.tokens, token.operation)})`;
  const subject = token.propertyKey === undefined ? undefined : subjectOf(token.propertyKey);
  const value = String(token.value);
  if (!subject) return token.operator === '!:' ? `not “${value}”` : `“${value}”`;
  return `${subjectLabel(subject)} ${token.operator} ${value}`;
}
