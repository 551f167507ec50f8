/** Records that could not be served: from where, why, how many. Never silently dropped. */
export interface Skipped {
  readonly source: string;
  /** The line of a single one; absent where many are counted together. */
  readonly line?: number | undefined;
  readonly reason: string;
  readonly count: number;
}

/** So many of one source and reason are named by line; the rest are counted. */
const named = 20;

export class SkippedRecords {
  readonly #lines = new Map<
    string,
    { source: string; reason: string; lines: number[]; rest: number }
  >();

  add(source: string, line: number, reason: string): void {
    const key = `${source}\n${reason}`;
    const group = this.#lines.get(key) ?? { source, reason, lines: [], rest: 0 };
    this.#lines.set(key, group);
    if (group.lines.length < named) group.lines.push(line);
    else group.rest += 1;
  }

  get count(): number {
    return this.list().reduce((sum, { count }) => sum + count, 0);
  }

  list(): Skipped[] {
    return [...this.#lines.values()].flatMap(({ source, reason, lines, rest }) => [
      ...lines.map((line) => ({ source, line, reason, count: 1 })),
      ...(rest > 0 ? [{ source, reason, count: rest }] : []),
    ]);
  }
}
