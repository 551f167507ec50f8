import { sharedValue } from '../../ui/shared-value.ts';

/** On a telephone, whether the filter stands open below the line that sums it up, with who answers what. */
export const filterUnfolded = sharedValue(false);
