import theme from '../../node_modules/@cloudscape-design/components/internal/base-theme/styles.scoped.css?raw';
import { expect, test } from 'vitest';
import tokens from './tokens.css?raw';

test('every Cloudscape token used here is one that the installed components define', () => {
  // The package of design tokens has hashes of its own release; a name that the components do not define would show
  // its light fallback in dark mode too.
  const used = [...tokens.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  expect(used.length).toBeGreaterThan(30);
  expect(used.filter((name) => !theme.includes(`${name}:`))).toEqual([]);
});
