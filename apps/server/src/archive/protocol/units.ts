import { type EpochMs, type EpochSecond, isAccountId, isRegion } from '@trailglass/record';
import { z } from 'zod';

// What messages between the server and the store's process are made of.

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value);

/** A second. */
export const epochSecond = z.custom<EpochSecond>(isWhole);
export const epochMs = z.custom<EpochMs>(isWhole);
export const count = z.int().min(0);

export const scopeShape = {
  account: z.string().refine(isAccountId),
  region: z.string().refine(isRegion),
};
/** Whole seconds, both ends inclusive. */
export const spanShape = { from: epochSecond, to: epochSecond };
