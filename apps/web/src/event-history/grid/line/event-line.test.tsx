import { cleanup, render, screen, within } from '@testing-library/react';
import type { EventRow } from '@trailglass/api';
import { afterEach, describe, expect, it } from 'vitest';
import { utc } from '../../../ui/time/time-format.ts';
import { columnNamed } from '../../../fields/columns.ts';
import { EventLine } from './event-line.tsx';
import { NarrowLine } from './narrow-line.tsx';

afterEach(cleanup);

const event: EventRow = {
  account: '111122223333',
  region: 'eu-west-1',
  eventId: '1c2b3d4e-0000-4000-8000-123456789abc',
  eventTime: '2026-11-22T15:40:02Z',
  eventName: 'RunInstances',
  eventSource: 'ec2.amazonaws.com',
  username: 'kodekloud',
  readOnly: false,
};
const six = ['eventName', 'eventTime', 'username', 'eventSource', 'resourceType', 'resourceName'];

function show(row: EventRow, names: readonly string[] = six, Line = EventLine): HTMLElement {
  const columns = names.map((name, at) => ({
    spec: columnNamed(name),
    pinned: false,
    first: at === 0,
    lastPinned: false,
    style: undefined,
  }));
  render(
    <table aria-label="Events">
      <tbody>
        <Line
          row={row}
          index={4}
          apart={undefined}
          columns={columns}
          active={1}
          open
          selected={false}
          dated
          zone={utc}
          hrefOf={(of) => `/events/${of.eventId}`}
        />
      </tbody>
    </table>,
  );
  return screen.getByRole('row');
}
const cells = (row: HTMLElement): (string | null)[] =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('an event’s row', () => {
  it('has its six columns, with a dash where the event has no value', () => {
    expect(cells(show(event))).toEqual([
      'Write: RunInstances',
      '2026-11-22 15:40:02',
      'kodekloud',
      'ec2.amazonaws.com',
      '–',
      '–',
    ]);
  });

  it('says its place, that it is open, and which cell Tab reaches', () => {
    const row = show(event);
    expect(row.ariaRowIndex ?? row.getAttribute('aria-rowindex')).toBe('6');
    expect(row.getAttribute('aria-selected')).toBe('true');
    const reached = within(row)
      .getAllByRole('cell')
      .map((cell) => cell.tabIndex);
    expect(reached).toEqual([-1, 0, -1, -1, -1, -1]);
  });

  it('leads to the event’s own address', () => {
    expect(within(show(event)).getByRole('link').getAttribute('href')).toBe(
      `/events/${event.eventId}`,
    );
  });

  it('tells writes, reads and errors apart in words too', () => {
    expect(cells(show({ ...event, readOnly: true }))[0]).toBe('RunInstances');
    cleanup();
    expect(cells(show({ ...event, errorCode: 'AccessDenied' }))[0]).toBe(
      '!Failed write: RunInstancesAccessDenied',
    );
  });

  it('shows an EC2 error by what went wrong, and has the code whole for its menu and copy', () => {
    show({ ...event, errorCode: 'Client.UnauthorizedOperation' });
    expect(screen.getByText('UnauthorizedOperation').dataset.value).toBe(
      'Client.UnauthorizedOperation',
    );
  });

  it('shows the first of several resources and how many more', () => {
    const row = show({ ...event, resourceName: ['i-0abc', 'sg-1', 'subnet-2'] });
    expect(cells(row)[5]).toBe('i-0abc+2');
    expect(within(row).getByRole('button', { name: '2 more values' })).toBeTruthy();
  });

  it('keeps a long id whole in the text, so that copying takes all of it', () => {
    expect(cells(show(event, ['eventId']))).toEqual([event.eventId]);
  });

  it('makes hostile characters visible and reads no name from the prototype', () => {
    const row = show({ ...event, username: 'ali\u202Ece' }, [
      'username',
      'constructor',
      '__proto__',
    ]);
    expect(row.textContent).not.toContain('\u202E');
    expect(cells(row).slice(1)).toEqual(['–', '–']);
  });

  it('shows an object at a path as JSON, which is no value to filter for', () => {
    const path = 'requestParameters.filterSet';
    const row = show({ ...event, paths: [[path, [], ['{"items":[{"name":"x"}]}', '{}']]] }, [path]);
    expect(cells(row)).toEqual(['{"items":[{"name":"x"}]}+1']);
    expect(row.querySelector('[data-value]')).toBeNull();
  });

  it('is one cell of two lines where it is narrow', () => {
    const row = show(event, six, NarrowLine);
    expect(cells(row)).toEqual([
      'Write: RunInstances2026-11-22 15:40:02kodekloudec2.amazonaws.com',
    ]);
  });
});
