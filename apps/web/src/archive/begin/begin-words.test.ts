import { expect, test } from 'vitest';
import { begunWords, costWords } from './begin-words.ts';

const older = (events: number) => ({ before: '2026-08-20T00:00:00Z', events, scopes: 1 });

test('what only the file would hold is named, and that it could not be counted, too', () => {
  expect(costWords(older(0))).toMatch(/AWS still has everything/);
  expect(costWords(older(1))).toMatch(/^1 event older than 90 days .* does not have it any more/);
  expect(costWords(older(1200))).toMatch(/^1,200 events .* does not have them any more/);
  expect(costWords(undefined)).toMatch(/could not be counted/);
});

test('what did not go along is named', () => {
  const setAside = '/data/quarantine/now';
  expect(begunWords({ setAside, lost: [] })).toMatch(/\/data\/quarantine\/now.*Notes.*went along/);
  expect(begunWords({ setAside, lost: ['saved views'] })).toMatch(/did not go along: saved views/);
});
