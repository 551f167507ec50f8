import { EditorView } from '@codemirror/view';

/**
 * What is typed over a selection is written by script. The browser itself would keep the look of what it replaces in a
 * style attribute, which the page's policy forbids and reports.
 */
export const typingOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { data, inputType, isComposing } = event;
    const { from, to, empty } = view.state.selection.main;
    if (inputType !== 'insertText' || isComposing || empty || data === null) return false;
    const insert = () =>
      view.state.update(view.state.replaceSelection(data), {
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handles) => handles(view, from, to, data, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});
