import { type Filter, printFilter } from '@trailglass/query';
import type { Who } from '../archive/protocol/novelty.ts';

const literal = (text: string): string => text.replace(/[*?\\]/g, '\\$&');

const filterOf = ({ kind, value }: Who): Filter => {
  switch (kind) {
    case 'arn':
      return { kind: 'is', subject: { kind: 'field', name: 'principalArn' }, value };
    case 'id':
      return { kind: 'is', subject: { kind: 'field', name: 'principalId' }, value };
    case 'sessions':
    case 'id-sessions': {
      const name = kind === 'sessions' ? 'principalArn' : 'principalId';
      return { kind: 'like', subject: { kind: 'field', name }, pattern: `${literal(value)}*` };
    }
  }
};

/** The events of a principal, as the text of a filter. */
export const earlierEvents = (who: Who): string => printFilter(filterOf(who));
