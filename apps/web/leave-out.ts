import type { Plugin } from 'vite';

/** Cloudscape components that this page does not have; the build fails when one of them comes in. */
const absent = [
  'annotation-context',
  'code-editor',
  'file-token-group',
  'file-upload',
  'prompt-input',
  's3-resource-selector',
  'tag-editor',
  'tutorial-panel',
  'wizard',
];

function withoutMessagesOfAbsent(code: string): string {
  const start = code.indexOf('{');
  const end = code.lastIndexOf('}') + 1;
  const messages = JSON.parse(code.slice(start, end)) as Record<string, Record<string, object>>;
  const english = messages['cloudscape-design-components']?.['en'] ?? {};
  const kept = Object.entries(english).filter(([component]) => !absent.includes(component));
  const result = { 'cloudscape-design-components': { en: Object.fromEntries(kept) } };
  return `export default ${JSON.stringify(result)};`;
}

/** The same exports, each of which fails when it runs; what makes a method only fails when that is called. */
function neverRun(code: string): string {
  const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map((found) => found[1]);
  const fail = '() => { throw new Error("This part is left out of the page."); }';
  return names
    .map((name) => `export const ${name} = ${name?.startsWith('create') ? '() => ' : ''}${fail};`)
    .join('\n');
}

/** Parts of libraries that this page never runs, and what stands in their place. */
const replaced: readonly { readonly what: RegExp; readonly by: (code: string) => string }[] = [
  {
    // Cloudscape's English messages are compiled; only uncompiled ones would be parsed.
    what: /@formatjs\/icu-messageformat-parser\/lib\/parser\.js$/,
    by: () =>
      'export class Parser { constructor() { throw new Error("This message is not compiled."); } }',
  },
  {
    // Announcements of the AWS console itself, with lists to be sorted by dragging.
    what: /app-layout\/visual-refresh-toolbar\/drawer\/feature-notifications-drawer-content\.js$/,
    by: () => 'export const RuntimeContentPart = () => null; export default RuntimeContentPart;',
  },
  {
    // The same console's assistant and bottom panel, and drawers that it puts into a page.
    what: /visual-refresh-toolbar\/drawer\/global-ai-drawer\.js$/,
    by: () => 'export const AppLayoutGlobalAiDrawerImplementation = () => null;',
  },
  {
    what: /visual-refresh-toolbar\/drawer\/global-bottom-drawer\.js$/,
    by: () => 'export const AppLayoutBottomDrawerWrapper = () => null;',
  },
  {
    // Schemas check what is read here; the server is what describes them to others.
    what: /zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/,
    by: neverRun,
  },
  { what: /components\/i18n\/messages\/all\.en\.js$/, by: withoutMessagesOfAbsent },
];

/** Keeps the first load within its budget: together 30 kB gzip of code that never runs here. */
export function leaveOut(): Plugin {
  const used = new Set<RegExp>();
  return {
    name: 'leave-out',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: replaced.map(({ what }) => what) },
      handler(code, id) {
        const part = replaced.find(({ what }) => what.test(id));
        if (!part) return undefined;
        used.add(part.what);
        return { code: part.by(code), map: null };
      },
    },
    buildEnd(error) {
      if (error !== undefined) return;
      // A library that moved its files must not make the page grow unnoticed.
      const missed = replaced.find(({ what }) => !used.has(what));
      if (missed) this.error(`leave-out: nothing matches ${missed.what}`);
      for (const id of this.getModuleIds()) {
        const component = absent.find((name) => id.includes(`/components/${name}/index.js`));
        if (component) this.error(`leave-out: ${component} is used now and needs its messages`);
      }
    },
  };
}
