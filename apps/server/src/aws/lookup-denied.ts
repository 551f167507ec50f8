const sentence =
  /^User: (\S+) is not authorized to perform: \S+(?: on resource: \S+)?(?: ((?:because|with) .+?))?\.?$/;

/**
 * A denied LookupEvents, told once. AWS says the caller and the call as well; of its words only a reason stays that a
 * missing permission does not already say: a boundary, a service control policy, an explicit deny.
 */
export function lookupDenied(said: string, caller: string | undefined, place: string): string {
  const [whole, user, why] = sentence.exec(said) ?? [];
  const told = `${caller ?? user ?? 'The caller'} may not call cloudtrail:LookupEvents for ${place}`;
  const attach = 'Attach the policy below to it, or ask whoever manages its permissions.';
  if (whole === undefined) return `${told}. ${attach}${said === '' ? '' : ` AWS said: ${said}`}`;
  if (why === undefined || why.startsWith('because no identity-based policy'))
    return `${told}. ${attach}`;
  return why.includes('explicit deny')
    ? `${told}: AWS refuses it ${why}. No policy that allows it lifts that; ask whoever manages the permissions.`
    : `${told} ${why}. Ask whoever manages its permissions to allow it there.`;
}
