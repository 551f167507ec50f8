import { wallsOf } from './apps/launch/walls.mjs';
import { server } from './apps/server/walls.mjs';
import { web } from './apps/web/walls.mjs';
import { packages } from './packages/walls.mjs';

export default {
  plugins: ['typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'oxc', 'promise'],
  categories: {
    correctness: 'error',
    suspicious: 'error',
    perf: 'error',
  },
  ignorePatterns: ['**/dist/**', '**/node_modules/**'],
  rules: {
    'max-lines': [
      'error',
      {
        max: 300,
        skipBlankLines: true,
        skipComments: true,
      },
    ],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      {
        considerDefaultExhaustiveForUnions: true,
      },
    ],
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'react/react-in-jsx-scope': 'off',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'no-console': 'error',
    eqeqeq: 'error',
    'no-await-in-loop': 'off',
    'no-shadow': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-array-callback-reference': 'off',
    'oxc/no-map-spread': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-return': 'off',
  },
  overrides: [
    ...[...packages, server, web].flatMap((house) => wallsOf(import.meta.dirname, house)),
    {
      files: ['apps/web/src/**', 'apps/server/src/**'],
      rules: {
        'import/no-cycle': [
          'error',
          {
            ignoreTypes: false,
          },
        ],
      },
    },
    {
      files: ['e2e/fixtures/**'],
      rules: {
        'no-empty-pattern': 'off',
      },
    },
    {
      files: [
        '**/vite.config.ts',
        '**/vitest.config.ts',
        '**/playwright.config.ts',
        'oxlint.config.mjs',
      ],
      rules: {
        'import/no-default-export': 'off',
      },
    },
    {
      files: [
        'apps/launch/**',
        'bench/**',
        'e2e/**',
        '**/cli.ts',
        '**/cli/**',
        'apps/server/src/start.ts',
        '**/terminal.ts',
      ],
      rules: {
        'no-console': 'off',
      },
    },
    {
      files: ['**/*.test.ts', '**/*.test.tsx', '**/test/**', 'e2e/**', 'bench/**'],
      rules: {
        'typescript/no-non-null-assertion': 'off',
        'no-restricted-imports': 'off',
        'max-lines': [
          'error',
          {
            max: 400,
          },
        ],
      },
    },
  ],
};
