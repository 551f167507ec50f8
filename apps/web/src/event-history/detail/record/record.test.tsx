import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUnreadable, readJson } from '../../../ui/json/read.ts';
import { ValueMenuHost } from '../../../ui/value-menu/value-menu-host.tsx';
import { RecordView } from './record.tsx';

const script = '#!/bin/bash\necho "<img src=x>"\n';
const record = {
  eventTime: '2026-11-22T15:40:02Z',
  requestParameters: { instancesSet: { items: [{ imageId: 'ami-1' }] }, userData: btoa(script) },
};

beforeEach(() => {
  const document = readJson(JSON.stringify(record));
  if (isUnreadable(document)) throw new Error('no JSON');
  render(
    <>
      <RecordView document={document} />
      <ValueMenuHost />
    </>,
  );
});
afterEach(cleanup);
// The top layer is unknown to jsdom, which takes every popover for hidden.
configure({ defaultHidden: true });

const lines = (): (string | null)[] =>
  screen.getAllByRole('treeitem').map((line) => line.textContent);
const first = (text: string): Element => {
  const [found] = screen.getAllByText(text);
  if (!found) throw new Error(`not there: ${text}`);
  return found;
};
const choose = (text: string, label: string): void => {
  fireEvent.contextMenu(first(text), { clientX: 10, clientY: 10 });
  fireEvent.click(screen.getByRole('menuitem', { name: label }));
};

test('a part of the record can be looked at alone, and the whole is one press away', () => {
  const whole = lines();
  choose('{ 1 key }', 'Show only this part');
  expect(lines()).toEqual(['▾items: [ 1 item ]', '▾{ 1 key }', 'imageId: ami-1']);
  expect(screen.getByText(/requestParameters\.instancesSet/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Whole record' }));
  expect(lines()).toEqual(whole);
});

test('user data is decoded below itself when asked, marked as no part of the record, and is only text', () => {
  expect(document.body.textContent).not.toContain('#!/bin/bash');
  fireEvent.click(screen.getByRole('button', { name: 'Decode base64' }));
  expect(document.body.textContent).toContain('#!/bin/bash');
  expect(screen.getByText(/not part of the record/)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Hide decoded' }));
  expect(document.body.textContent).not.toContain('#!/bin/bash');
});

test('a time tells itself in the reader’s zone on hover', () => {
  const time = screen.getByText('2026-11-22T15:40:02Z');
  fireEvent.pointerEnter(time);
  expect(time.title).toContain('2026-11-22 15:40:02 UTC');
});
