import { sharedValue } from '../ui/shared-value.ts';

/** Whether the server answers, as every request of the page learns it. */
export type Connection = 'up' | 'down';

const state = sharedValue<Connection>('up');

export const connection = {
  get: state.get,
  subscribe: state.subscribe,
  answered: (): void => state.set('up'),
  failed: (): void => state.set('down'),
};
