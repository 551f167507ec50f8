import { parseSubject, subjectText } from '@trailglass/query';
import { useMemo } from 'react';
import { z } from 'zod';
import { preference } from '../../../ui/preference/preference.ts';

const FacetChoice = z.object({
  /** Catalogue fields and dotted paths, in order. */
  fields: z.array(z.string().min(1).max(500)).max(40),
  /** Those of them that stand first. */
  pinned: z.array(z.string()).max(40),
});
type FacetChoice = z.infer<typeof FacetChoice>;

const arrival: FacetChoice = {
  fields: [
    'username',
    'eventSource',
    'eventName',
    'errorCode',
    'awsRegion',
    'account',
    'sourceIPAddress',
    'userAgent',
    'role',
    'resourceType',
  ],
  pinned: [],
};
export const facetChoice = preference('facet-fields', 'Facet fields', FacetChoice, arrival);

/** Pinned ones first, each group in the reader's order. */
export const inOrder = ({ fields, pinned }: FacetChoice): readonly string[] => [
  ...fields.filter((field) => pinned.includes(field)),
  ...fields.filter((field) => !pinned.includes(field)),
];

/** What was typed as the name that figures are asked by; undefined when it is no field and no path. */
export function facetNamed(typed: string): string | undefined {
  const subject = parseSubject(typed.trim());
  const name = subject && subjectText(subject);
  // Names are sent in one list, parted by commas.
  return name?.includes(',') ? undefined : name;
}

export interface FacetFields {
  readonly fields: readonly string[];
  readonly pinned: readonly string[];
  readonly add: (field: string) => void;
  readonly remove: (field: string) => void;
  readonly pin: (field: string) => void;
  readonly unpin: (field: string) => void;
}

/** Which fields the facets show, kept for the next visit. */
export function useFacetFields(): FacetFields {
  const [choice, keep] = facetChoice.use();
  return useMemo(() => {
    const without = (list: readonly string[], field: string): string[] =>
      list.filter((other) => other !== field);
    const { fields, pinned } = choice;
    return {
      fields: inOrder(choice),
      pinned,
      add: (field) => keep({ fields: [...without(fields, field), field].slice(-40), pinned }),
      remove: (field) => keep({ fields: without(fields, field), pinned: without(pinned, field) }),
      pin: (field) => keep({ fields, pinned: [...without(pinned, field), field] }),
      unpin: (field) => keep({ fields, pinned: without(pinned, field) }),
    };
  }, [choice, keep]);
}
