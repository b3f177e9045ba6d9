import { contextOf, type Import, importsOf, type SourceFile } from './sourceFile';

/** A rule names every fault it finds, one a line: `file: what is wrong`. */
export type Rule = (files: readonly SourceFile[]) => string[];

const forbid =
  (applies: (path: string) => boolean, isAllowed: (imported: Import, path: string) => boolean): Rule =>
  (files) =>
    files
      .filter(({ path }) => applies(path))
      .flatMap((file) =>
        importsOf(file)
          .filter((imported) => !isAllowed(imported, file.path))
          .map(({ to }) => `${file.path}: imports ${to}`),
      );

const isOurs = (to: string) => /^(functions|shared|local|tests|bench|docs|web)\//.test(to);
const isShared = (to: string) => to.startsWith('shared/');

/** A context knows of another only its contract; of the app only the table of problems. */
export const contextsKnowContractsOnly: Rule = forbid(
  (path) => contextOf(path) !== undefined,
  ({ to }, path) =>
    !to.startsWith('functions/') ||
    contextOf(to) === contextOf(path) ||
    /^functions\/\w+\/contract$/.test(to) ||
    to === 'functions/problems',
);

/** The app's own files know contexts by what they register. */
export const appKnowsRegistersOnly: Rule = forbid(
  (path) => /^functions\/\w+\.ts$/.test(path),
  ({ to }) => contextOf(to) === undefined || /^functions\/\w+\/register$/.test(to),
);

const PURE_KERNEL = [
  'backoff',
  'base32',
  'currency',
  'ids',
  'immutable',
  'mailbox',
  'money',
  'remember',
  'time',
  'zone',
  'versioned',
].map((name) => `shared/kernel/${name}`);

const PURE_BOOKS = ['shared/payment/books', 'shared/payment/difference'];

const PURE_PACKAGES = ['zod', 'node:util'];

/** A context with rooms has a domain in each. */
const isDomain = (path: string) => /^functions\/\w+\/(\w+\/)?domain\//.test(path);

/** The domain is pure: itself, contracts, schemas, and what of shared/ neither reads a clock nor talks to anybody. */
export const domainIsPure: Rule = forbid(
  isDomain,
  ({ to, isTypeOnly }, path) =>
    (isDomain(to) && contextOf(to) === contextOf(path)) ||
    /^functions\/\w+\/contract$/.test(to) ||
    PURE_PACKAGES.includes(to) ||
    [...PURE_KERNEL, ...PURE_BOOKS].includes(to) ||
    (isTypeOnly && ['shared/messaging/envelope', 'shared/payment/provider'].includes(to)),
);

/** The rooms of `musical`, each of which knows only those before it. What crosses between two is in the last. */
const ROOMS = ['catalogue', 'seats', 'revocation'];
const roomOf = (path: string) => ROOMS.indexOf(/^functions\/musical\/(\w+)\//.exec(path)?.[1] ?? '');

export const roomsKnowEarlierRooms: Rule = forbid(
  (path) => roomOf(path) >= 0,
  ({ to }, path) => roomOf(to) <= roomOf(path),
);

/** What deploys does not know what stands in for Azure here, nor its own tests and tools. */
export const productKnowsNoStandIn: Rule = forbid(
  (path) => /^(functions|shared)\//.test(path),
  ({ to }) => !isOurs(to) || isShared(to) || to.startsWith('functions/'),
);

/** `local/azure` is a package that others could install. It has nothing around it there. */
export const standInsKnowNoProduct: Rule = forbid(
  (path) => path.startsWith('local/azure/'),
  ({ to }) => !isOurs(to) || to.startsWith('local/azure/'),
);

export const sharedKnowsNoContext: Rule = forbid(
  (path) => isShared(path),
  ({ to }) => !to.startsWith('functions/'),
);

/**
 * No file needs itself to be loaded. Imports of types alone are gone by then and do not count. `excused` names a cycle and
 * its reason.
 */
export const noImportCycles =
  (excused: Readonly<Record<string, string>>): Rule =>
  (files) =>
    cyclesIn(files, ({ isTypeOnly }) => !isTypeOnly).filter((cycle) => excused[cycle] === undefined);

/** No file needs itself to be read. Here types count, too. */
export const noKnowledgeCycles: Rule = (files) => cyclesIn(files, () => true);

function cyclesIn(files: readonly SourceFile[], counts: (imported: Import) => boolean): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const targets = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .filter(counts)
        .flatMap(({ to }) => [`${to}.ts`, `${to}/index.ts`])
        .filter((path) => paths.has(path)),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
    if (done.has(path) || trail.includes(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of paths) visit(path, []);
  return cycles;
}
