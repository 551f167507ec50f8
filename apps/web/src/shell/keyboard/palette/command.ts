/** One thing that can be done now. */
export interface Command {
  /** Unique among those shown. */
  readonly id: string;
  readonly group: string;
  readonly text: string;
  /** The keys that do the same. */
  readonly keys?: readonly string[];
  readonly act: () => void;
}
