import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startLocalProgram } from './start-local-program.ts';

test('the built endpoint says where it is, takes faults and ends when told', async ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'trailglass-local-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  // No samples, which take most of its start to make.
  const none = join(folder, 'none.json');
  writeFileSync(none, JSON.stringify({ Records: [] }));
  const local = await startLocalProgram(['--records', none]).catch((error: Error) => {
    // Unit runs may come before the build.
    if (error.message.includes('is not built')) skip(error.message);
    throw error;
  });
  expect(local.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await local.setFaults([{ kind: 'denied', region: 'eu-west-1' }]);
  await expect(local.setFaults([{ kind: 'nonsense' }])).rejects.toThrow('400');
  expect(await local.requests()).toEqual([]);
  await local.stop();
  await expect(fetch(`${local.url}/_local/health`)).rejects.toThrow();
});
