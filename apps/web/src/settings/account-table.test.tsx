import { cleanup, render, screen } from '@testing-library/react';
import { problem } from '@trailglass/api';
import { afterEach, expect, test } from 'vitest';
import { AccountTable } from './account-table.tsx';

afterEach(cleanup);

test('the state is one short word or two, the whole of it in the title; it comes second', () => {
  const caller = 'arn:aws:iam::111122223333:user/alice';
  const expired = problem('credentials-expired', 'The credentials of dev have expired.');
  render(
    <AccountTable
      accounts={[
        { id: '111122223333', name: 'prod', caller },
        { id: 'dev', name: 'dev', problem: expired },
      ]}
    />,
  );
  expect(screen.getAllByRole('columnheader').map((header) => header.textContent)[1]).toBe('State');
  expect(screen.getByText('Working')).toBeTruthy();
  expect(screen.getByText('Expired').closest('[title]')?.getAttribute('title')).toBe(
    'The AWS credentials have expired',
  );
});
