/**
 * Where a type's names stand in a record: a dotted path through `request` (requestParameters) or `response`
 * (responseElements). A path after a word and a space holds only for events with that word in their name.
 */
export type ResourceRules = Readonly<Record<string, readonly string[]>>;
