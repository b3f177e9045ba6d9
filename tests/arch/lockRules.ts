type Platforms = string | readonly string[];

/** A package of the lock file: what it asks for, and where it may be installed when not everywhere. */
export type Locked = {
  /** When another package lies there than the folder says. */
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly os?: Platforms;
  readonly cpu?: Platforms;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/** `packages` of the lock file, by the folder each is installed in; '' is the project. */
export type Lock = Readonly<Record<string, Locked>>;

/** Every machine that Marquee is to run on, as npm calls them. */
const MACHINES = [
  { os: 'darwin', cpu: 'arm64' },
  { os: 'darwin', cpu: 'x64' },
  { os: 'linux', cpu: 'arm64' },
  { os: 'linux', cpu: 'x64' },
  { os: 'win32', cpu: 'x64' },
];

/** What a package asks for and the lock file lacks, as npm leaves out what this machine does not need. */
export const missingFromLock = (lock: Lock): string[] =>
  Object.entries(lock).flatMap(([at, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => folderOf(lock, at, name) === undefined)
      .map((name) => `${at || 'package.json'}: ${name} is not locked`),
  );

/** Machines that get no file of a package that has one for each kind of machine. One kind of system alone is no such package. */
export const machinesLeftOut = (lock: Lock): string[] =>
  Object.entries(lock).flatMap(([at, { optionalDependencies = {} }]) => {
    const forMachines = Object.keys(optionalDependencies)
      .map((name) => lock[folderOf(lock, at, name) ?? ''])
      .filter((locked) => locked?.os !== undefined && locked.cpu !== undefined);
    if (new Set(forMachines.flatMap((locked) => locked?.os)).size < 2) return [];
    return MACHINES.filter(
      ({ os, cpu }) => !forMachines.some((each) => has(each?.os, os) && has(each?.cpu, cpu)),
    ).map(({ os, cpu }) => `${at || 'package.json'}: has nothing for ${os}-${cpu}`);
  });

/** Packages that a registry could change unnoticed, and registries named: a mirror is nobody else's. */
export const looselyLocked = (lock: Lock): string[] =>
  Object.entries(lock)
    .filter(([at, { link }]) => at.includes('node_modules/') && link !== true)
    .flatMap(([at, { integrity, resolved }]) => [
      ...(integrity === undefined ? [`${at}: has no hash`] : []),
      ...(resolved === undefined ? [] : [`${at}: names ${resolved}`]),
    ]);

const has = (allowed: Platforms | undefined, one: string): boolean => [allowed ?? []].flat().includes(one);

/** Where a package in `at` finds `name`: in its own node_modules, or in one further up. */
function folderOf(lock: Lock, at: string, name: string): string | undefined {
  const folder = `${at === '' ? '' : `${at}/`}node_modules/${name}`;
  if (lock[folder] !== undefined) return folder;
  return at === '' ? undefined : folderOf(lock, parentOf(at), name);
}

const parentOf = (at: string): string => at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0));
