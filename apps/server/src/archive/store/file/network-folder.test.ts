import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { networkKind, networkNotice } from './network-folder.ts';

test('S10: what is not of this machine alone is known by its number, on Windows by its path', () => {
  const kinds = [0x6969, 0xff534d42 | 0, 0xfe534d42, 0x65735546, 0xef53, 0x01021994].map((type) =>
    networkKind('/data', type, 'linux'),
  );
  expect(kinds).toEqual(['NFS', 'SMB', 'SMB', 'FUSE', undefined, undefined]);
  expect(networkKind('/Volumes/data', 0x6969, 'darwin')).toBeUndefined();
  expect(networkKind('\\\\server\\share', 0, 'win32')).toBe('SMB');
  expect(networkKind('C:\\data', 0, 'win32')).toBeUndefined();
  expect(networkKind('\\\\?\\C:\\data', 0, 'win32')).toBeUndefined();
});

test('a folder of this machine is nothing to speak of', () => {
  expect(networkNotice(tmpdir())).toBeUndefined();
});
