import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** A step that is one check. @param {number} code its exit code @returns {Count} */
export const oneCheck = (code) => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
});

/** @param {string} file Vitest's JSON report @param {number} code @returns {Count} */
export function vitestCount(file, code) {
  const report = read(file);
  const count = {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
  return honest(count, code);
}

/** @param {string} file Playwright's JSON report @param {number} code @returns {Count} */
export function playwrightCount(file, code) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = read(file)?.stats ?? {};
  // A test that needs a second try has failed once.
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, code);
}

/** A run that broke, or a file that could not be loaded, is a failure even when no test says so. @param {Count} count */
const honest = (count, /** @type {number} */ code) =>
  code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
