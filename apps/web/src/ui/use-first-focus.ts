import { useEffect, useState } from 'react';

interface Focusable {
  readonly focus: () => void;
}

/**
 * Focus for the control that a dialog is for, as its ref. The dialog takes the focus for its first button when it
 * opens; this comes after.
 */
export function useFirstFocus(): (control: Focusable | null) => void {
  const [control, setControl] = useState<Focusable | null>(null);
  useEffect(() => control?.focus(), [control]);
  return setControl;
}
