import { counted } from './count.ts';

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** `734 MB`, in thousands as disks are sold and file managers count; one decimal below ten. */
export function size(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 9.95 ? 1 : 0;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${units[unit]}`;
}
