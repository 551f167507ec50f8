import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');
export const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);
/** Stamps, reports and throw-away builds. */
export const cache = at('.cache');
