import { foldPreference } from '../../../ui/preference/fold.ts';

export const facetsPreference = foldPreference('facets', 'Facets');

/** Facets stand beside the list from this width on; below it they are a sheet. */
export const facetsBeside = '(min-width: 1280px)';
