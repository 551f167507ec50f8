import { eventLimits } from '@trailglass/api';
import { counted } from '../../../ui/numbers/count.ts';
import type { Place } from './look-everywhere.ts';

/** `prod in eu-west-1` */
export const placeWords = ({ account, region }: Place): string => `${account.name} in ${region}`;

export const hasFailed = ({ answer }: Place): boolean => typeof answer === 'object';
const isOpen = ({ answer }: Place): boolean => answer === 'waiting' || answer === 'asking';

/** How far it has come: `Asked 7 of 14 places: 6 do not have it, 1 could not be asked` */
export function askedWords(places: readonly Place[]): string {
  const none = places.filter(({ answer }) => answer === 'none').length;
  const failed = places.filter(hasFailed).length;
  const done = places.filter((place) => !isOpen(place)).length;
  const parts = [
    ...(none > 0 ? [`${none} ${none === 1 ? 'does' : 'do'} not have it`] : []),
    ...(failed > 0 ? [`${failed} could not be asked`] : []),
  ];
  const asked = `Asked ${done} of ${counted(places.length, 'place')}`;
  return parts.length === 0 ? asked : `${asked}: ${parts.join(', ')}`;
}

/** What can be said once all were asked and none had it: no more than was learned. */
export function endWords(places: readonly Place[]): string {
  const limits = `Event history goes back ${eventLimits.days} days: AWS cannot say whether an older event ever was, nor yet tell of one that is a few minutes old. An account or Region that this server does not read was not asked.`;
  return places.some(hasFailed)
    ? `Nobody who answered has this event; it may lie where nobody could be asked. ${limits}`
    : `None of the accounts and Regions that this server reads has this event. ${limits}`;
}

/** Each account's Regions that said no, in one line: `prod: eu-west-1, us-east-1` */
export function noneWords(places: readonly Place[]): readonly string[] {
  const names = new Map<string, string[]>();
  for (const { account, region, answer } of places) {
    if (answer === 'none') names.set(account.name, [...(names.get(account.name) ?? []), region]);
  }
  return [...names].map(([name, regions]) => `${name}: ${regions.join(', ')}`);
}
