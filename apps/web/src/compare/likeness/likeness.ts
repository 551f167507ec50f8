import { keyOf, plainText } from '../../ui/json/node.ts';
import type { JsonDocument } from '../../ui/json/read.ts';
import { breather } from '../../ui/frames.ts';

/** A value and where it stands. */
export interface Place {
  readonly document: JsonDocument;
  readonly node: number;
}

/** Values read without looking at the clock. */
const PIECE = 500;

/**
 * Numbers that two values share only when they are the same JSON: objects in any order of their keys, numbers digit by
 * digit, strings however they were escaped. One of these serves one comparison.
 */
export class Likeness {
  private readonly numbers = new Map<string, number>();
  private readonly documents = new WeakMap<JsonDocument, Int32Array>();

  of({ document, node }: Place): number {
    let known = this.documents.get(document);
    if (!known) {
      known = this.readAtOnce(document);
      this.documents.set(document, known);
    }
    return known[node] ?? -1;
  }

  alike(a: Place | undefined, b: Place | undefined): boolean {
    return a === undefined || b === undefined ? a === b : this.of(a) === this.of(b);
  }

  /** Reads documents beforehand, in pieces between which the page answers: 5 MB are 300,000 values. */
  async read(documents: readonly JsonDocument[], signal: AbortSignal): Promise<void> {
    const pause = breather();
    for (const document of documents) {
      const reading = this.reading(document);
      for (let step = reading.next(); ; step = reading.next()) {
        if (step.done) {
          this.documents.set(document, step.value);
          break;
        }
        await pause();
        if (signal.aborted) return;
      }
    }
  }

  private readAtOnce(document: JsonDocument): Int32Array {
    const reading = this.reading(document);
    for (let step = reading.next(); ; step = reading.next()) if (step.done) return step.value;
  }

  /** What is inside a value stands after it, so from the end each value finds what it holds already numbered. */
  private *reading(document: JsonDocument): Generator<undefined, Int32Array> {
    const { nodes } = document;
    const known = new Int32Array(nodes.size);
    for (let node = nodes.size - 1; node >= 0; node -= 1) {
      if (node % PIECE === 0) yield;
      const kind = nodes.kind(node);
      if (kind !== 'object' && kind !== 'array') {
        known[node] = this.number(`${kind} ${plainText(document, node)}`);
        continue;
      }
      const parts: (readonly [key: string, value: number])[] = [];
      for (let inner = node + 1; inner < nodes.next(node); inner = nodes.next(inner)) {
        parts.push([keyOf(document, inner) ?? '', known[inner] ?? -1]);
      }
      // By the keys alone: of a key that stands twice, the order tells.
      if (kind === 'object') parts.sort(([a], [b]) => (a === b ? 0 : a < b ? -1 : 1));
      known[node] = this.number(`${kind} ${JSON.stringify(parts)}`);
    }
    return known;
  }

  private number(text: string): number {
    const known = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }
}
