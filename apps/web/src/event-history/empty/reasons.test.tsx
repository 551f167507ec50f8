import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type Emptiness, problem } from '@trailglass/api';
import { afterEach, expect, test, vi } from 'vitest';
import { nothingAsked, type Results } from '../results/results.ts';
import type { Step } from './emptiness.ts';
import { Reasons } from './reasons.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const scopes = ['111122223333:us-east-1'];
const results: Results = {
  ...nothingAsked,
  phase: 'complete',
  question: { q: 'user:Alice', scopes, range: { kind: 'relative', amount: 1, unit: 'day' } },
  plan: {
    residual: 'username:Alice',
    from: '2026-11-21T12:00:00Z',
    to: '2026-11-22T12:00:00Z',
    notices: [],
  },
};
const plain: readonly Step[] = [
  { kind: 'change', label: 'Remove this condition', change: { q: '' } },
];
const hostile = '<b>\u202Ealice';
const found: Emptiness = {
  held: 50,
  covered: 1,

  conditions: [
    {
      text: 'username:Alice',
      alone: 0,
      without: 50,
      rest: '',
      nearest: [{ value: hostile, count: 41, filter: 'username:alice' }],
    },
  ],
};

/** The wire answers when the test says so. */
function show() {
  const urls: URL[] = [];
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', (url: string) => {
    urls.push(new URL(url, 'http://localhost'));
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
  const taken: Step[] = [];
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <Reasons
        results={results}
        names={new Map()}
        steps={plain}
        onTake={(step) => taken.push(step)}
      />
    </QueryClientProvider>,
  );
  return {
    urls,
    taken,
    answer: (body: object, status = 200) => answer(Response.json(body, { status })),
  };
}
const labels = (): (string | null)[] =>
  screen.getAllByRole('button').map(({ textContent }) => textContent);

test('no button is there before its numbers, so none changes under the hand; then one click takes the way', async () => {
  const { urls, taken, answer } = show();
  await vi.waitFor(() => expect(urls).toHaveLength(1));
  expect(Object.fromEntries(urls[0]!.searchParams)).toEqual({
    q: 'user:Alice',
    from: '2026-11-21T12:00:00Z',
    to: '2026-11-22T12:00:00Z',
    scope: scopes[0],
  });
  expect(screen.queryAllByRole('button')).toEqual([]);
  answer(found);
  const use = await screen.findByRole('button', { name: /^Use/ });
  expect(labels()).toEqual([
    expect.stringMatching(/^Use <b>.*alice$/),
    'Remove this condition (50)',
    'Search the 90 days',
  ]);
  expect(document.body.textContent).not.toContain('\u202E');
  expect(document.querySelector('b')).toBeNull();
  expect(document.querySelector('p')?.textContent).toMatch(
    /^Of 50 events kept here, User name = Alice matches none; .* has 41\.$/,
  );
  fireEvent.click(use);
  expect(taken).toMatchObject([{ change: { q: 'username:alice' } }]);
});

test('where nothing is kept the plain words stand', async () => {
  const { urls, answer } = show();
  await vi.waitFor(() => expect(urls).toHaveLength(1));
  answer(problem('archive-failed', 'This server keeps no events.'), 503);
  await screen.findByRole('button', { name: 'Remove this condition' });
  expect(labels()).toEqual(['Remove this condition']);
  expect(document.body.textContent).toContain('upper and lower case told apart');
});
