import { type Completion, pickedCompletion, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

/** One thing that can be written, and where the cursor stands afterwards. */
export interface Writing {
  /** Instead of the text that is completed. */
  readonly text: string;
  /** Characters from the end of what was written. */
  readonly back?: number;
  /** Written elsewhere as well: a minus before the field. */
  readonly also?: { readonly at: number; readonly text: string };
  /** What can be written next is offered at once. */
  readonly goesOn?: boolean;
}

/** A completion that writes exactly this. */
export const offer = (
  shown: Pick<Completion, 'label' | 'displayLabel' | 'detail' | 'section' | 'type'>,
  writing: Writing,
): Completion => ({
  ...shown,
  apply: (view, completion, from, to) => write(view, completion, { from, to }, writing),
});

function write(
  view: EditorView,
  completion: Completion,
  { from, to }: { readonly from: number; readonly to: number },
  { text, back = 0, also, goesOn }: Writing,
): void {
  const changes = [
    ...(also ? [{ from: also.at, insert: also.text }] : []),
    { from, to, insert: text },
  ];
  const anchor = from + text.length + (also?.text.length ?? 0) - back;
  view.dispatch({
    changes,
    selection: { anchor },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
    scrollIntoView: true,
  });
  if (goesOn) startCompletion(view);
}
