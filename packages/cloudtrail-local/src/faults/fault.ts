import { z } from 'zod';

/** What can be made to go wrong with LookupEvents. */
export const faultKinds = [
  'throttle',
  'error500',
  'error503',
  'html',
  'empty200',
  'truncated',
  'badheader',
  'bigheader',
  'reset',
  'silence',
  'drip',
  'badtoken',
  'duplicate',
  'late',
  'denied',
  'expired',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** Probability for each request; for `late`, for each event. */
  p: z.number().min(0).max(1).default(1),
  account: z.string().optional(),
  region: z.string().optional(),
  /** `late`: how long after its time an event appears. */
  seconds: z.number().min(0).default(300),
  /** `html`: 200 is a captive portal's page, 429 or 503 a proxy's. */
  status: z.int().min(200).max(599).default(200),
});
export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;

export const faultsSchema = z.array(faultSchema).max(100);

/** `throttle=0.1,late=0.5`: how the command line writes faults. */
export function parseFaultFlag(flag: string): Fault[] {
  return flag.split(',').map((part) => {
    const [kind = '', p = '1'] = part.trim().split('=');
    const found = faultSchema.safeParse({ kind, p: p === '' ? Number.NaN : Number(p) });
    if (found.success) return found.data;
    throw new Error(
      `${part} is no fault: write KIND=P with a probability P from 0 to 1 and KIND one of ${faultKinds.join(', ')}.`,
    );
  });
}
