import { endOfSecond, msOf } from '@trailglass/record';
import { joined, type Sql } from '@trailglass/query';
import type { About } from '../../protocol/figures.ts';
import { between, inScopes } from '../../statements/place.ts';

/** Whole seconds, both ends inclusive. */
export const withinTime = ({ from, to }: Pick<About, 'from' | 'to'>): Sql =>
  between(msOf(from), endOfSecond(to));

/** The events of the scopes within the window. */
export const placeOf = (about: Pick<About, 'scopes' | 'from' | 'to'>): Sql =>
  joined([withinTime(about), inScopes(about.scopes)], 'AND');
