// npm run verify-bundle -- FILE: whether an evidence bundle is what its manifest says. 0: it is; 1: it differs; 2: it
// cannot be read.
import './node-version.mjs';
import { prepare } from './prepare.mjs';

const [file, ...more] = process.argv.slice(2);
if (file === undefined || more.length > 0) {
  console.error('npm run verify-bundle -- FILE, with the .zip of an evidence bundle');
  process.exit(2);
}
/** In a copy that has never been started, what it reads ZIP files with is installed first. */
const load = () => import('./evidence.mjs');
const { differences } = await load().catch(() => prepare([]).then(load));
try {
  const { manifest, sha256, found } = await differences(file);
  for (const difference of found) console.log(`differs: ${difference}`);
  const { counts, query, complete, completeFrom, started } = manifest;
  if (found.length === 0) console.log(`ok: ${counts.records} records, unchanged`);
  console.log(`read: ${started}, ${query.from} to ${query.to}, ${query.scopes.join(' ')}`);
  console.log(`filter: ${query.filter === '' ? 'none' : query.filter}`);
  console.log(complete ? 'complete: yes' : `complete: no, only from ${completeFrom} on`);
  console.log(`manifest SHA-256: ${sha256}`);
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
