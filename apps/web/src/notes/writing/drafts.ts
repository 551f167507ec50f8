import type { EventAddress } from '../../address/page-state.ts';
import { sharedValue } from '../../ui/shared-value.ts';
import { eventKey } from '../../event/event-key.ts';

/** What is being written about an event, and over which words. */
export interface Draft {
  readonly text: string;
  readonly over: string;
}

/** Of this tab, by event: walking on to the next event must not lose what was begun. */
const drafts = sharedValue<ReadonlyMap<string, Draft>>(new Map());

export const useDraft = (at: EventAddress): Draft | undefined => drafts.use().get(eventKey(at));

export function setDraft(at: EventAddress, draft: Draft | undefined): void {
  const next = new Map(drafts.get());
  if (draft) next.set(eventKey(at), draft);
  else next.delete(eventKey(at));
  drafts.set(next);
}

/** The browser asks before it closes a tab in which something is unsaved. */
addEventListener('beforeunload', (event) => {
  if (drafts.get().size > 0) event.preventDefault();
});
