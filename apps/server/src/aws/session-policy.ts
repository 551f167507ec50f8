/** Every IAM action that the product calls. (`sts:GetCallerIdentity` needs no permission.) */
export const calledActions = ['cloudtrail:LookupEvents'] as const;

const policy = (statement: Record<string, unknown>): Record<string, unknown> => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...statement, Resource: '*' }],
});

/**
 * Passed whenever a role is assumed: the session can do this and nothing else, however powerful the role is,
 * so credentials that leak out of this process give event history and no more.
 */
export const sessionPolicy = (): string => JSON.stringify(policy({ Action: calledActions }));

/** What to attach to a principal that was denied, ready to paste. */
export const neededPolicy = (): string =>
  JSON.stringify(policy({ Sid: 'TrailglassReadsEventHistory', Action: calledActions }), null, 2);
