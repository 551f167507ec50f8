import type { PropertyFilterProps } from '@cloudscape-design/components/property-filter';
import {
  allOf,
  anyOf,
  type Comparison,
  type Filter,
  not,
  sameFilter,
  type Subject,
} from '@trailglass/query';
import { fieldNamed } from '@trailglass/record';
import { subjectKey, subjectOf } from '../../fields/subjects.ts';

type Query = PropertyFilterProps.Query;
type Token = PropertyFilterProps.Token;
type TokenGroup = PropertyFilterProps.TokenGroup;
type Condition = Exclude<Filter, { kind: 'and' | 'or' | 'not' }>;

/**
 * The filter as the filter bar's tokens: conditions joined by one operation, of which any may be a group joined
 * by the other. Undefined when tokens cannot show all of it: it nests deeper, or a value would not come back as it is.
 */
export function toTokens(filter: Filter): Query | undefined {
  const query = asTokens(filter);
  return query && sameFilter(fromTokens(query), filter) ? query : undefined;
}

function asTokens(filter: Filter): Query | undefined {
  const operation = filter.kind === 'or' ? 'or' : 'and';
  const parts = filter.kind === 'and' || filter.kind === 'or' ? filter.of : [filter];
  const tokenGroups: (Token | TokenGroup)[] = [];
  for (const part of parts) {
    const shown =
      part.kind === 'and' || part.kind === 'or' ? groupOf(part.kind, part.of) : tokenOf(part);
    if (!shown) return undefined;
    tokenGroups.push(shown);
  }
  return { operation, tokens: [], tokenGroups };
}

function groupOf(operation: 'and' | 'or', parts: readonly Filter[]): TokenGroup | undefined {
  const tokens = parts.map(tokenOf);
  return tokens.includes(undefined) ? undefined : { operation, tokens: tokens as Token[] };
}

function tokenOf(filter: Filter): Token | undefined {
  if (filter.kind === 'and' || filter.kind === 'or') return undefined;
  if (filter.kind !== 'not') return positive(filter);
  const inner = filter.of;
  if (inner.kind === 'and' || inner.kind === 'or' || inner.kind === 'not') return undefined;
  const token = positive(inner);
  const operator = token && negation[token.operator];
  return operator ? { ...token, operator } : undefined;
}

const negation: Readonly<Record<string, string>> = { '=': '!=', ':': '!:', '^': '!^' };
const affirmation = Object.fromEntries(Object.entries(negation).map(([yes, no]) => [no, yes]));

function positive(condition: Condition): Token {
  if (condition.kind === 'anywhere') return { operator: ':', value: condition.text };
  const propertyKey = subjectKey(condition.subject);
  switch (condition.kind) {
    case 'is':
      return { propertyKey, operator: '=', value: escape(condition.value) };
    case 'like':
      return { propertyKey, ...likeToken(condition.pattern) };
    case 'present':
      return { propertyKey, operator: '=', value: '*' };
    case 'within':
      return { propertyKey, operator: '=', value: condition.network };
    case 'compare':
      return { propertyKey, operator: condition.op, value: condition.value };
  }
}

const escape = (value: string): string => value.replaceAll(/[\\*?]/g, (sign) => `\\${sign}`);
const unescape = (value: string): string => value.replaceAll(/\\([\\*?])/g, '$1');
const wild = (value: string): boolean => /[*?]/.test(value.replaceAll(/\\[\\*?]/g, ''));

/** `*x*` reads as contains, `x*` as starts with, anything else as equals with its wildcards. */
function likeToken(pattern: string): { operator: string; value: string } {
  const inner = /^\*([^]*[^\\])\*$/.exec(pattern)?.[1];
  if (inner !== undefined && !wild(inner)) return { operator: ':', value: unescape(inner) };
  const start = /^([^]*[^\\])\*$/.exec(pattern)?.[1];
  if (start !== undefined && !wild(start)) return { operator: '^', value: unescape(start) };
  return { operator: '=', value: pattern };
}

/** The tokens as a filter. What a token cannot mean is left in, for the parser to name. */
export function fromTokens(query: Query): Filter {
  const parts = (query.tokenGroups ?? query.tokens)
    .map(filterOf)
    .filter((part) => part !== undefined);
  return query.operation === 'or' && parts.length > 0 ? anyOf(parts) : allOf(parts);
}

function filterOf(token: Token | TokenGroup): Filter | undefined {
  if ('tokens' in token) {
    const parts = token.tokens.map(filterOf).filter((part) => part !== undefined);
    if (parts.length === 0) return undefined;
    return token.operation === 'or' ? anyOf(parts) : allOf(parts);
  }
  const value = String(token.value ?? '').trim();
  if (value === '') return undefined;
  const denied = affirmation[token.operator];
  const operator = denied ?? token.operator;
  const subject = token.propertyKey === undefined ? undefined : subjectOf(token.propertyKey);
  const condition: Filter = subject
    ? conditionOf(subject, operator, value)
    : { kind: 'anywhere', text: value };
  return denied ? not(condition) : condition;
}

function conditionOf(subject: Subject, operator: string, value: string): Condition {
  switch (operator) {
    case ':':
      return { kind: 'like', subject, pattern: `*${escape(value)}*` };
    case '^':
      return { kind: 'like', subject, pattern: `${escape(value)}*` };
    case '<':
    case '<=':
    case '>':
    case '>=':
      return { kind: 'compare', subject, op: operator satisfies Comparison, value };
    default:
      return equals(subject, value);
  }
}

function equals(subject: Subject, value: string): Condition {
  if (value === '*') return { kind: 'present', subject };
  if (wild(value)) return { kind: 'like', subject, pattern: value };
  const ip = subject.kind === 'field' && fieldNamed(subject.name)?.type === 'ip';
  if (ip && /^[\da-f.:]+\/\d{1,3}$/i.test(value))
    return { kind: 'within', subject, network: value };
  return { kind: 'is', subject, value: unescape(value) };
}
