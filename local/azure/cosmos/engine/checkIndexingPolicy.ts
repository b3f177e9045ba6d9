import { badRequest } from './errors';
import { isObject } from './json';

/** Source: "Azure Cosmos DB service quotas": composite indexes, and the paths of each. */
const MAX_COMPOSITE_INDEXES = 100;
const MAX_COMPOSITE_PATHS = 8;

const MODES = ['consistent', 'lazy', 'none'];

/** A label is of letters, digits and `_`, or in quotes. `[]` stands for the elements of an array. */
const LABELS = String.raw`(?:/(?:\w+|\[\]|"(?:[^"\\]|\\.)+"))*`;
const INDEX_PATH = new RegExp(`^(?:/|${LABELS}/[?*])$`);
const COMPOSITE_PATH = new RegExp(`^${LABELS}$`);
const ROOTS = ['/', '/*'];

/**
 * Throws 400 for a policy that the service would refuse. A policy that lists no paths gets the default ones.
 *
 * Source: "Indexing policies in Azure Cosmos DB", path syntax and include/exclude strategy.
 */
export function checkIndexingPolicy(policy: unknown): void {
  if (!isObject(policy)) throw badRequest('The indexing policy must be an object.');
  const { indexingMode = 'consistent', automatic = true } = policy;
  if (!MODES.includes(String(indexingMode).toLowerCase())) {
    throw badRequest(`The indexing mode '${String(indexingMode)}' is invalid.`);
  }
  if (typeof automatic !== 'boolean')
    throw badRequest("'automatic' of an indexing policy must be a boolean.");
  const included = pathsOf(policy.includedPaths, 'includedPaths');
  const excluded = pathsOf(policy.excludedPaths, 'excludedPaths');
  checkCover(included, excluded);
  checkComposites(policy.compositeIndexes);
}

function pathsOf(list: unknown, name: string): readonly string[] | undefined {
  if (list === undefined) return undefined;
  if (!Array.isArray(list)) throw badRequest(`'${name}' of an indexing policy must be an array.`);
  return list.map((each) => {
    const path = isObject(each) ? each.path : undefined;
    if (typeof path !== 'string' || !INDEX_PATH.test(path)) throw unacceptable(path);
    return path;
  });
}

const unacceptable = (path: unknown) =>
  badRequest(
    `The indexing path '${String(path)}' could not be accepted. Please ensure that the path is a valid path. Common ` +
      "errors include invalid characters, absence of quotes around labels, or of '/?' or '/*' at the end.",
  );

/** Each path in one set alone, and the root in one of them. A set that is left out gets the service's default. */
function checkCover(included: readonly string[] | undefined, excluded: readonly string[] | undefined): void {
  const all = [...(included ?? []), ...(excluded ?? [])];
  const twice = all.find((path, at) => all.indexOf(path) < at);
  if (twice !== undefined) throw badRequest(`The indexing path '${twice}' is given twice.`);
  if (included !== undefined && !all.some((path) => ROOTS.includes(path))) {
    throw badRequest(
      "The special mandatory indexing path '/*' is not provided in any of the path type sets. Please provide this " +
        'path in one of the sets.',
    );
  }
}

function checkComposites(composites: unknown): void {
  if (composites === undefined) return;
  if (!Array.isArray(composites)) throw badRequest("'compositeIndexes' must be an array.");
  if (composites.length > MAX_COMPOSITE_INDEXES) {
    throw badRequest(`There may be ${MAX_COMPOSITE_INDEXES} composite indexes at most.`);
  }
  for (const composite of composites) checkComposite(composite);
}

function checkComposite(composite: unknown): void {
  if (!Array.isArray(composite) || composite.length < 2 || composite.length > MAX_COMPOSITE_PATHS) {
    throw badRequest(`A composite index needs two to ${MAX_COMPOSITE_PATHS} paths.`);
  }
  for (const part of composite) {
    if (!isObject(part)) throw unacceptable(part);
    const { path, order = 'ascending' } = part;
    if (typeof path !== 'string' || path === '' || !COMPOSITE_PATH.test(path)) throw unacceptable(path);
    if (!['ascending', 'descending'].includes(String(order).toLowerCase())) {
      throw badRequest(`The order '${String(order)}' of a composite index is invalid.`);
    }
  }
}
