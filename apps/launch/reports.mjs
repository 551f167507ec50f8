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

/**
 * A test that passed at the second try passed, and is named: a starving machine is no fault of the product, and a race is
 * not to be forgotten.
 * @param {string} file Playwright's JSON report @param {number} code @returns {Count & { again: string[] }}
 */
export function playwrightCount(file, code) {
  const report = read(file);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report?.stats ?? {};
  const count = honest({ passed: expected + flaky, failed: unexpected, skipped }, code);
  return { ...count, again: (report?.suites ?? []).flatMap(flakyIn) };
}

/** @typedef {{ title: string, suites?: Suite[], specs?: { title: string, tests: { status: string }[] }[] }} Suite */

/** @param {Suite} suite @returns {string[]} */
const flakyIn = ({ title, suites = [], specs = [] }) => [
  ...specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map((spec) => `${title} › ${spec.title}`),
  ...suites.flatMap(flakyIn),
];

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
