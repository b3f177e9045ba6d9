import { readFileSync } from 'node:fs';

type Installed = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
};

/** What is installed, by its folder; the folders of the project itself are not in it. */
export const installedPackages = (): Readonly<Record<string, Installed>> =>
  JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages;

/** How many packages a dependency of a workspace brings with it, itself among them. */
export function countBroughtBy(
  installed: Readonly<Record<string, Installed>>,
  workspace: string,
  name: string,
): number {
  const brought = new Set<string>();
  const bring = (folder: string | undefined): void => {
    const found = folder === undefined ? undefined : installed[folder];
    if (folder === undefined || found === undefined || brought.has(folder)) return;
    brought.add(folder);
    const needed = { ...found.dependencies, ...found.optionalDependencies, ...found.peerDependencies };
    for (const each of Object.keys(needed)) bring(folderOf(installed, folder, each));
  };
  bring(folderOf(installed, workspace === '.' ? '' : workspace, name));
  return brought.size;
}

function folderOf(
  installed: Readonly<Record<string, Installed>>,
  at: string,
  name: string,
): string | undefined {
  const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
  if (installed[folder] !== undefined) return folder;
  if (at === '') return undefined;
  return folderOf(installed, at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0)), name);
}
