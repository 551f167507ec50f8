/** TanStack's virtualizer under our own name; it is used only inside hooks that hand out plain values. */
export { useVirtualizer } from '@tanstack/react-virtual';
