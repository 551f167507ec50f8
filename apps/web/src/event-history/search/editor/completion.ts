import {
  autocompletion,
  closeCompletion,
  type CompletionContext,
  type CompletionResult,
  completionStatus,
  startCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { type Command, EditorView, keymap } from '@codemirror/view';
import { type Problem, ProblemError } from '@trailglass/api';
import { filterLimits } from '@trailglass/query';
import { expectedAt } from './expected.ts';
import { memberOffers } from './member-offers.ts';
import { operatorOffers } from './operator-offers.ts';
import { termOffers } from './term-offers.ts';
import type { RecordMembers } from '../values/record-members.ts';
import type { ValueCounts } from '../values/value-counts.ts';
import { valueOffers, wordOffers } from './value-offers.ts';

type Told = Pick<Problem, 'title'>;

interface Parts {
  readonly counts: ValueCounts;
  readonly members: RecordMembers;
  /** That values could not be counted, and why; undefined once they can. */
  readonly onFailure: (problem: Told | undefined) => void;
}

const placeOf = ({ state: { doc }, pos }: CompletionContext) =>
  doc.length > filterLimits.characters ? undefined : expectedAt(doc.toString(), pos);

function written(context: CompletionContext): CompletionResult | null {
  const at = placeOf(context);
  if (at?.kind === 'term') return termOffers(at, context.explicit);
  const negated = at !== undefined && context.state.sliceDoc(at.field - 1, at.field) === '-';
  return at ? operatorOffers(at, negated) : null;
}

const values =
  ({ counts, members, onFailure }: Parts) =>
  async (context: CompletionContext): Promise<CompletionResult | null> => {
    const at = placeOf(context);
    if (!at) return null;
    const stop = new AbortController();
    context.addEventListener('abort', () => stop.abort(), { onDocChange: true });
    try {
      const { signal } = stop;
      const found =
        at.kind === 'value'
          ? await valueOffers(at, counts, signal)
          : ((await memberOffers(at, members, signal)) ?? (await wordOffers(at, counts, signal)));
      onFailure(undefined);
      return found;
    } catch (error) {
      if (!stop.signal.aborted)
        onFailure(error instanceof ProblemError ? error.problem : { title: 'There is no answer' });
      return null;
    }
  };

/** As in the fields of a form: down opens what can be chosen. Within several lines it moves first. */
const openBelow: Command = (view) => {
  const { state } = view;
  const { main } = state.selection;
  const last = state.doc.lineAt(main.head).to === state.doc.length;
  if (!main.empty || !last || completionStatus(state) !== null) return false;
  return startCompletion(view);
};

/**
 * The list belongs to the editor that has the focus: values that were still being counted when it left open no list
 * behind it. Nor is a list that scrolls a stop of its own on the way of Tab, as Chromium would make it.
 */
const withFocusOnly = EditorView.updateListener.of(({ view, state }) => {
  if (completionStatus(state) !== 'active') return;
  // The view cannot be changed while it is being told of a change.
  if (!view.hasFocus) queueMicrotask(() => closeCompletion(view));
  view.requestMeasure({
    key: withFocusOnly,
    read: () => view.dom.querySelector<HTMLElement>('.cm-tooltip-autocomplete > ul'),
    write: (list) => {
      if (list) list.tabIndex = -1;
    },
  });
});

/**
 * Fields, operators and real values while they are typed. Nothing is chosen beforehand: Enter runs the filter unless an
 * arrow key chose; Tab moves on as everywhere, and Escape closes the list first.
 */
export const completion = (parts: Parts): Extension => [
  autocompletion({
    override: [written, values(parts)],
    icons: false,
    selectOnOpen: false,
    activateOnTypingDelay: 150,
    // Nothing is chosen by accident, so an arrow key need not wait.
    interactionDelay: 0,
    maxRenderedOptions: 60,
  }),
  keymap.of([{ key: 'ArrowDown', run: openBelow }]),
  withFocusOnly,
  EditorView.updateListener.of(({ docChanged }) => docChanged && parts.onFailure(undefined)),
];
