import { sharedValue } from '../../../ui/shared-value.ts';

/** What can be done with the text that is selected in an event. */
export interface SelectedSearch {
  /** `Search events for “i-0abc”` */
  readonly words: string;
  /** What is looked for: `“i-0abc”` */
  readonly what: string;
  readonly act: () => void;
}

/** For the command palette; absent while nothing is selected that a filter could look for. */
export const selectedSearch = sharedValue<SelectedSearch | undefined>(undefined);
