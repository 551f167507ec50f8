import { problem, ProblemError } from '@trailglass/api';
import { describe, expect, it } from 'vitest';
import { lookEverywhere, otherPlaces, type Place } from './look-everywhere.ts';
import { askedWords, endWords, noneWords } from './place-words.ts';

const prod = { id: '111111111111', name: 'prod' };
const dev = { id: '222222222222', name: 'dev' };
const address = { account: 'prod', region: 'us-east-1', eventId: 'e-1' };
const places = otherPlaces(address, [prod, dev], ['us-east-1', 'eu-west-1']);
const none = () => Promise.reject(new ProblemError(problem('not-found', 'AWS has no event e-1')));
const throttled = () => Promise.reject(new ProblemError(problem('throttled', 'Too many calls.')));
const asked = async (ask: (place: Place) => Promise<unknown>, from = places) => {
  let told = from;
  const found = await lookEverywhere(
    from,
    ask,
    (now) => (told = now),
    new AbortController().signal,
  );
  return { found, told };
};

describe('looking everywhere for an event', () => {
  it('asks all places but the one that the link names, be it by the account’s name', () => {
    expect(places.map(({ account, region }) => [account.name, region])).toEqual([
      ['prod', 'eu-west-1'],
      ['dev', 'us-east-1'],
      ['dev', 'eu-west-1'],
    ]);
  });

  it('ends with the place that has it', async () => {
    const { found } = await asked(({ region, account }) =>
      account === dev && region === 'eu-west-1' ? Promise.resolve('it') : none(),
    );
    expect(found).toMatchObject({ account: dev, region: 'eu-west-1' });
  });

  it('tells who said no apart from who could not be asked, and asks only the latter again', async () => {
    const first = await asked(({ account }) => (account === prod ? throttled() : none()));
    expect(first.found).toBeUndefined();
    expect(askedWords(first.told)).toBe(
      'Asked 3 of 3 places: 2 do not have it, 1 could not be asked',
    );
    expect(noneWords(first.told)).toEqual(['dev: us-east-1, eu-west-1']);
    expect(endWords(first.told)).toContain('it may lie where nobody could be asked');
    const again: string[] = [];
    const second = await asked(({ account }) => {
      again.push(account.name);
      return none();
    }, first.told);
    expect(again).toEqual(['prod']);
    expect(endWords(second.told)).toMatch(/^None of the accounts and Regions.*90 days/);
  });

  it('leaves what is asked when the reader leaves', async () => {
    const leaving = new AbortController();
    leaving.abort();
    let calls = 0;
    const count = () => Promise.resolve((calls += 1));
    expect(await lookEverywhere(places, count, () => undefined, leaving.signal)).toBeUndefined();
    expect(calls).toBe(0);
  });
});
