import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { filterLimits, filterSpans, type SpanKind } from '@trailglass/query';

const marks = Object.fromEntries(
  (['operator', 'bracket', 'field', 'colon', 'comparison', 'value', 'word'] as const).map(
    (kind) => [kind, Decoration.mark({ class: `q-${kind}` })],
  ),
) as Partial<Record<SpanKind, Decoration>>;

function coloured(view: EditorView): DecorationSet {
  const text = view.state.doc.toString();
  const builder = new RangeSetBuilder<Decoration>();
  // What is too long for a filter is not worth the work.
  if (text.length > 2 * filterLimits.characters) return builder.finish();
  for (const { from, to, kind } of filterSpans(text)) {
    const mark = marks[kind];
    if (mark) builder.add(from, to, mark);
  }
  return builder.finish();
}

/** Fields, operators and values told apart as the parser's own lexer does it. */
export const colours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = coloured(view);
    }
    update(update: ViewUpdate): void {
      if (update.docChanged) this.decorations = coloured(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
