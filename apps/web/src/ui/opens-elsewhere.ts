type Click = Pick<MouseEvent, 'button' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** With a modifier, or with another button than the first, a link opens elsewhere, as everywhere in the browser. */
export const opensElsewhere = ({ button, ctrlKey, metaKey, shiftKey }: Click): boolean =>
  button !== 0 || ctrlKey || metaKey || shiftKey;
