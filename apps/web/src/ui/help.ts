import { sharedValue } from './shared-value.ts';

const open = sharedValue(false);

/** For "Info" links beside what needs explaining. */
export const openHelp = (): void => open.set(true);

export const useHelp = (): { readonly open: boolean; readonly set: (value: boolean) => void } => ({
  open: open.use(),
  set: open.set,
});
