import { useEffect, useState } from 'react';

/**
 * Focus for the control that a dialog is for, as its ref. The dialog takes the focus for its first button when it
 * opens; this comes after.
 */
export function useFirstFocus<Control extends { focus: () => void }>(): (
  control: Control | null,
) => void {
  const [control, setControl] = useState<Control | null>(null);
  useEffect(() => control?.focus(), [control]);
  return setControl;
}
