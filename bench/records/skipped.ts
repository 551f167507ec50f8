/** What the endpoint left out, and why: from its own account of itself. */
export interface Skipped {
  readonly source: string;
  readonly line?: number;
  readonly reason: string;
  readonly count: number;
}

export async function skippedBy(localUrl: string): Promise<readonly Skipped[]> {
  const response = await fetch(`${localUrl}/_local/about`);
  return ((await response.json()) as { readonly skipped: readonly Skipped[] }).skipped;
}

/** `has no eventID: 7`, most first. */
export function byReason(skipped: readonly Skipped[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason, count } of skipped) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}
