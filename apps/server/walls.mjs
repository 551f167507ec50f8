const express = ['express'];
const duckdb = ['@duckdb/'];

/** What answers a page's question asks the archive through these. */
const asked = ['waiting', 'archive', 'reading', 'search'];

/** The server's rooms, lowest first. @type {import('../launch/walls.mjs').House} */
export const server = {
  folder: 'apps/server/src',
  because: 'express belongs to http, the AWS SDK to aws and lookup, DuckDB to archive.',
  outside: ['express', '@aws-sdk/', '@duckdb/', '@trailglass/cloudtrail-local'],
  rooms: {
    waiting: { because: 'Promises, signals and time.' },
    archive: {
      because: 'It knows DuckDB, and nothing of what it is asked for.',
      opens: ['protocol', 'process'],
      rooms: {
        protocol: { because: 'What both processes say to each other.', knows: true },
        process: { on: ['protocol'], because: 'It starts the store and asks it.', knows: true },
        statements: { because: 'How anything is asked of DuckDB.', knows: true, uses: duckdb },
        queries: {
          on: ['protocol', 'statements'],
          knows: true,
          uses: duckdb,
          rooms: {
            matching: {},
            novelty: {},
            handover: {},
            figures: { on: ['matching'] },
            groups: { on: ['matching', 'figures'] },
            emptiness: { on: ['matching', 'figures'] },
          },
        },
        store: {
          on: ['protocol', 'statements', 'queries'],
          knows: true,
          uses: duckdb,
          rooms: {
            tables: { knows: true },
            coverage: {},
            reading: {},
            tidying: {},
            file: { on: ['tables'], because: 'It opens, mends and sets aside.', knows: true },
            writing: { on: ['tables', 'coverage'] },
            upkeep: { on: ['tables', 'coverage', 'tidying', 'file', 'writing'] },
          },
        },
      },
    },
    config: { on: ['archive'] },
    terminal: { on: ['config'] },
    aws: {
      on: ['config'],
      because: 'It knows the AWS SDK, and nothing of what is done with it.',
      uses: ['@aws-sdk/'],
    },
    lookup: { on: ['waiting', 'aws'], uses: ['@aws-sdk/'] },
    reading: { on: ['waiting', 'archive', 'lookup'], because: 'It keeps what lookup gives.' },
    search: {
      on: ['waiting', 'archive', 'aws', 'lookup', 'reading'],
      rooms: {
        source: { because: 'Where pages come from.', knows: true },
        cursor: {},
        plan: {
          on: ['source'],
          because: 'It says what will be read, not how that goes.',
          knows: true,
        },
        scope: { on: ['cursor', 'plan'], because: 'Wherever its pages come from.', knows: true },
        run: { on: ['cursor', 'plan', 'scope'], knows: true },
      },
    },
    follow: { on: ['archive', 'lookup', 'reading', 'search'] },
    keeping: {
      on: ['waiting', 'archive', 'config', 'aws', 'reading', 'search', 'follow'],
      knows: true,
    },
    figures: { on: asked },
    difference: { on: [...asked, 'figures'] },
    groups: { on: [...asked, 'figures'] },
    novelty: { on: asked },
    notes: { on: asked },
    policy: { on: [...asked, 'figures'] },
    sessions: { on: asked },
    views: { on: asked },
    export: { on: asked },
    upkeep: { on: asked, knows: true },
    http: {
      on: ['search', 'sessions'],
      because: 'It knows the service.',
      knows: true,
      uses: express,
    },
  },
};
