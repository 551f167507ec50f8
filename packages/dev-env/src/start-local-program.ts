import { type Program, startProgram } from './program.ts';

export interface Fault {
  readonly kind: string;
  readonly p?: number;
  readonly account?: string;
  readonly region?: string;
  readonly seconds?: number;
  readonly status?: number;
}

/** A line of `GET /_local/requests`. */
export interface LocalRequest {
  /** Monotonic milliseconds. */
  readonly at: number;
  readonly time: string;
  readonly account?: string;
  readonly region?: string;
  readonly operation?: string;
  readonly attribute?: { readonly key: string; readonly value: string };
  /** The time that was asked for, ISO 8601. */
  readonly from?: string;
  readonly to?: string;
  readonly status: number;
  readonly error?: string;
  readonly faults?: readonly string[];
}

export interface LocalProgram extends Program {
  /** Replaces the faults in force; none for an empty list. */
  readonly setFaults: (faults: readonly Fault[]) => Promise<void>;
  readonly requests: () => Promise<readonly LocalRequest[]>;
  /** Serves more records from now on. */
  readonly addRecords: (records: readonly object[]) => Promise<void>;
}

/** cloudtrail-local as built, on a free port, with these flags besides. */
export async function startLocalProgram(args: readonly string[] = []): Promise<LocalProgram> {
  const program = await startProgram('packages/cloudtrail-local/dist/cli.js', [
    '--port',
    '0',
    ...args,
  ]);
  return {
    ...program,
    setFaults: async (faults) => {
      await ask(`${program.url}/_local/faults`, {
        method: 'PUT',
        body: JSON.stringify({ faults }),
      });
    },
    addRecords: async (records) => {
      await ask(`${program.url}/_local/records`, {
        method: 'POST',
        body: JSON.stringify({ Records: records }),
      });
    },
    requests: async () => {
      const answer = await ask(`${program.url}/_local/requests`);
      return (answer as { requests: readonly LocalRequest[] }).requests;
    },
  };
}

async function ask(url: string, init?: RequestInit): Promise<unknown> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}
