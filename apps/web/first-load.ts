import type { ESTree, Plugin, Rolldown } from 'vite';

/**
 * One file for all that the first screen needs. Left to itself the bundler cuts it wherever some other part shares a
 * module: into forty files, 10 kB larger together once compressed, and cut differently by each new `import()`.
 */
export function firstLoad(): Plugin {
  const needed = new Set<string>();
  const group: Rolldown.CodeSplittingGroup = {
    name: 'first',
    test: (id) => needed.has(id),
    includeDependenciesRecursively: false,
  };
  return {
    name: 'first-load',
    apply: 'build',
    config: () => ({
      build: { rolldownOptions: { output: { codeSplitting: { groups: [group] } } } },
    }),
    async buildEnd(error) {
      if (error !== undefined) return;
      const next = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
      for (let id = next.pop(); id !== undefined; id = next.pop()) {
        if (needed.has(id)) continue;
        needed.add(id);
        next.push(...(await neededBy(this, id)));
      }
    },
  };
}

/** What a module imports; behind a barrel, which only passes on what others export, no more than it names. */
async function neededBy(context: Rolldown.PluginContext, id: string): Promise<readonly string[]> {
  const info = context.getModuleInfo(id);
  const imported = info?.importedIds ?? [];
  if (!info?.code || !imported.some((child) => isBarrel(context, child))) return imported;
  const direct = imported.filter((child) => !isBarrel(context, child));
  const behind = context.parse(info.code).body.map(async (statement) => {
    if (statement.type !== 'ImportDeclaration') return [];
    const barrel = (await context.resolve(statement.source.value, id))?.id;
    if (barrel === undefined || !isBarrel(context, barrel)) return [];
    return statement.specifiers.map((named) => giverOf(context, barrel, nameOf(named)) ?? barrel);
  });
  return [...direct, ...(await Promise.all(behind)).flat()];
}

function isBarrel(context: Rolldown.PluginContext, id: string): boolean {
  const code = context.getModuleInfo(id)?.code;
  if (!code) return false;
  return context
    .parse(code)
    .body.every(
      (statement) =>
        statement.type === 'ImportDeclaration' ||
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && !statement.declaration),
    );
}

function nameOf(named: ESTree.ImportDeclarationSpecifier): string | undefined {
  if (named.type === 'ImportDefaultSpecifier') return 'default';
  if (named.type === 'ImportNamespaceSpecifier') return undefined;
  return named.imported.type === 'Identifier' ? named.imported.name : named.imported.value;
}

/** The module that a barrel has a name from; undefined where that cannot be told. */
function giverOf(
  context: Rolldown.PluginContext,
  barrel: string,
  name: string | undefined,
): string | undefined {
  if (name === undefined) return undefined;
  for (const id of context.getModuleInfo(barrel)?.importedIds ?? []) {
    const giver = isBarrel(context, id)
      ? giverOf(context, id, name)
      : context.getModuleInfo(id)?.exports.includes(name) && id;
    if (giver) return giver;
  }
  return undefined;
}
