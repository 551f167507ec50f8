import {
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionStatus,
} from '@codemirror/autocomplete';
import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { diagnosticCount } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view';
import { colours } from './colours.ts';
import { completion } from './completion.ts';
import { look } from './look.ts';
import { typingOver } from './typing.ts';
import type { RecordMembers } from '../values/record-members.ts';
import type { ValueCounts } from '../values/value-counts.ts';

export interface EditorParts {
  readonly text: string;
  readonly counts: ValueCounts;
  readonly members: RecordMembers;
  readonly onText: (text: string) => void;
  /** With what stands there now, which the page may not have heard of yet. */
  readonly onRun: (text: string) => void;
  /** Whether the list of what can be written is open. */
  readonly onChoosing: (choosing: boolean) => void;
  readonly onFailure: (problem: { readonly title: string } | undefined) => void;
}

/** Beyond what the library marks by itself: what turns or hides text. */
const hidden = /[\u034f\u115f\u1160\u202a-\u202c\u2066-\u2069\u2800\u3164\uffa0]/gu;

const named = EditorView.contentAttributes.of(({ state }) => ({
  'aria-label': 'Filter as text',
  'aria-description':
    'Enter runs the filter, Shift Enter starts a new line, Down offers fields and values.',
  'aria-invalid': String(diagnosticCount(state) > 0),
}));

/**
 * The editor, in a shadow root: there its styles are sheets made by script, which the page's policy allows, where in the
 * document they would be style elements, which it does not (docs/decisions/009).
 */
export function openEditor(root: ShadowRoot, parts: EditorParts): EditorView {
  const { text, counts, members, onText, onRun, onChoosing, onFailure } = parts;
  const run = (view: EditorView): boolean => {
    closeCompletion(view);
    onRun(view.state.doc.toString());
    return true;
  };
  const state = EditorState.create({
    doc: text,
    selection: { anchor: text.length },
    extensions: [
      completion({ counts, members, onFailure }),
      keymap.of([
        { key: 'Enter', run, shift: insertNewline },
        ...closeBracketsKeymap,
        ...historyKeymap,
        ...standardKeymap,
      ]),
      history(),
      closeBrackets(),
      EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '"'] } }]),
      bracketMatching({ brackets: '()' }),
      highlightSpecialChars({ addSpecialChars: hidden }),
      EditorView.lineWrapping,
      placeholder('user:alice source:ec2.amazonaws.com -readOnly:true'),
      EditorState.phrases.of({ Completions: 'Fields, operators and values' }),
      typingOver,
      colours,
      look,
      named,
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onText(update.state.doc.toString());
        const choosing = completionStatus(update.state) === 'active';
        if (choosing !== (completionStatus(update.startState) === 'active')) onChoosing(choosing);
      }),
    ],
  });
  const view = new EditorView({ state, parent: root, root });
  // The first thing in the root that can have the focus, which the host hands on.
  view.scrollDOM.addEventListener('focus', () => view.focus());
  return view;
}
