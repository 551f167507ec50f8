const house = [
  '@trailglass/record',
  '@trailglass/query',
  '@trailglass/api',
  '@trailglass/cloudtrail-local',
  '@trailglass/dev-env',
  '@trailglass/server',
];

/** The packages, each on those before it. @type {readonly import('../apps/launch/walls.mjs').House[]} */
export const packages = [
  { folder: 'packages/record/src', outside: [...house, 'node:'] },
  { folder: 'packages/query/src', outside: [...house, 'node:'], uses: ['@trailglass/record'] },
  {
    folder: 'packages/api/src',
    outside: [...house, 'node:'],
    uses: ['@trailglass/record', '@trailglass/query'],
  },
  { folder: 'packages/cloudtrail-local/src', outside: house, uses: ['@trailglass/record'] },
  { folder: 'packages/dev-env/src', outside: house },
];
