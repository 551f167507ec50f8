import { expect, test } from 'vitest';
import { placeOf, platformDataFolder } from './data-folder.ts';

test('the data folder is where each platform has it', () => {
  const linux = (env: Record<string, string>) => platformDataFolder(env, 'linux', '/home/ada');
  expect(linux({})).toBe('/home/ada/.local/share/trailglass');
  expect(linux({ XDG_DATA_HOME: '/data' })).toBe('/data/trailglass');
  expect(linux({ XDG_DATA_HOME: 'data' })).toBe('/home/ada/.local/share/trailglass');
  expect(platformDataFolder({}, 'darwin', '/Users/ada')).toBe(
    '/Users/ada/Library/Application Support/Trailglass',
  );
});

test('AWS, each endpoint and the demo are kept apart', () => {
  const given = { dataDir: '/d', passing: false };
  const folders = [
    placeOf({ mode: 'aws' }, given),
    placeOf({ mode: 'demo', endpoint: 'http://127.0.0.1:1' }, given),
    placeOf({ mode: 'endpoint', endpoint: 'http://127.0.0.1:1' }, given),
    placeOf({ mode: 'endpoint', endpoint: 'http://127.0.0.1:2' }, given),
  ].map((place) => (place.kind === 'folder' ? place.folder : 'memory'));
  expect(new Set(folders).size).toBe(4);
  expect(folders.slice(0, 2)).toEqual(['/d/aws', '/d/demo']);
  expect(placeOf({ mode: 'endpoint', endpoint: 'http://127.0.0.1:1/' }, given)).toMatchObject({
    folder: folders[2],
  });
});

test('what is made anew at every start is kept for one run, and in a folder only when one is named', () => {
  const endpoint = { mode: 'endpoint', endpoint: 'http://127.0.0.1:1' } as const;
  expect(placeOf({ mode: 'demo' }, { passing: true })).toEqual({ kind: 'memory' });
  expect(placeOf(endpoint, { passing: true })).toEqual({ kind: 'memory' });
  expect(placeOf(endpoint, { passing: false }).kind).toBe('folder');
  expect(placeOf(endpoint, { dataDir: '/d', passing: true }).kind).toBe('folder');
  // Samples of another start are no events of this one.
  expect(placeOf({ mode: 'demo' }, { dataDir: '/d', passing: true })).toMatchObject({
    fresh: true,
  });
  expect(placeOf({ mode: 'aws' }, { dataDir: ':memory:', passing: false }).kind).toBe('memory');
});
