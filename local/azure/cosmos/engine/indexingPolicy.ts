import type { Json, JsonObject } from './json';
import { isObject } from './json';
import { pathSegments } from './partitionKey';

export type IndexingPolicy = {
  readonly indexingMode?: string;
  readonly automatic?: boolean;
  readonly includedPaths?: readonly { readonly path: string }[];
  readonly excludedPaths?: readonly { readonly path: string }[];
  readonly compositeIndexes?: readonly unknown[];
};

/** What a container without a policy of its own has. */
export const DEFAULT_POLICY: IndexingPolicy = {
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: [{ path: '/*' }],
  excludedPaths: [{ path: '/"_etag"/?' }],
};

type Rule = { readonly segments: readonly string[]; readonly subtree: boolean; readonly include: boolean };

export type CompiledPolicy = {
  /** Is the scalar at this path (array elements are `[]`) indexed? */
  readonly includes: (segments: readonly string[]) => boolean;
  /** Number of scalars of the item that the policy indexes. */
  readonly countTerms: (item: JsonObject) => number;
  /** Indexed scalars that are gone, and those that are new. A changed one is both. */
  readonly countChangedTerms: (before: JsonObject, after: JsonObject) => number;
};

const rule =
  (include: boolean) =>
  ({ path }: { readonly path: string }): Rule => {
    const segments = pathSegments(path);
    const last = segments.at(-1);
    return { segments: segments.slice(0, -1), subtree: last !== '?', include };
  };

const covers = (candidate: Rule, segments: readonly string[]): boolean =>
  candidate.segments.length <= segments.length &&
  (candidate.subtree || candidate.segments.length === segments.length) &&
  candidate.segments.every((segment, i) => segment === segments[i]);

/** The most precise path decides, and `?` is more precise than `*`. Source: "Indexing policies in Azure Cosmos DB". */
const precision = (candidate: Rule): number => candidate.segments.length * 2 + (candidate.subtree ? 0 : 1);

const MAX_REMEMBERED_PATHS = 10_000;

export function compilePolicy(policy: IndexingPolicy): CompiledPolicy {
  if (policy.indexingMode === 'none')
    return { includes: () => false, countTerms: () => 0, countChangedTerms: () => 0 };
  const rules = [
    ...(policy.includedPaths ?? []).map(rule(true)),
    ...(policy.excludedPaths ?? []).map(rule(false)),
  ].sort((a, b) => precision(b) - precision(a));
  const decide = (segments: readonly string[]): boolean =>
    rules.find((candidate) => covers(candidate, segments))?.include ?? false;

  const remembered = new Map<string, boolean>();
  const includes = (segments: readonly string[]): boolean => {
    const key = segments.join('\u0000');
    let answer = remembered.get(key);
    if (answer === undefined) {
      if (remembered.size >= MAX_REMEMBERED_PATHS) remembered.clear();
      answer = decide(segments);
      remembered.set(key, answer);
    }
    return answer;
  };

  const wanted = rules.filter((candidate) => candidate.include);
  const isByName = wanted.every((candidate) => !candidate.subtree && candidate.segments.length === 1);
  const names = wanted.map((candidate) => candidate.segments[0] as string);
  const termsOf = (item: JsonObject): string[] =>
    isByName ? namedTerms(item, names) : leafTerms(item, [], includes);
  return {
    includes,
    countTerms: (item) => termsOf(item).length,
    countChangedTerms: (before, after) => countChanged(termsOf(before), termsOf(after)),
  };
}

const isScalar = (value: Json | undefined): boolean =>
  value !== undefined && (value === null || typeof value !== 'object');

const namedTerms = (item: JsonObject, names: readonly string[]): string[] =>
  names.filter((name) => isScalar(item[name])).map((name) => `${name}=${JSON.stringify(item[name])}`);

function leafTerms(value: Json, path: readonly string[], includes: CompiledPolicy['includes']): string[] {
  if (!isObject(value) && !Array.isArray(value))
    return includes(path) ? [`${path.join('/')}=${JSON.stringify(value)}`] : [];
  const children: [string, Json][] = Array.isArray(value)
    ? value.map((element) => ['[]', element])
    : Object.entries(value as JsonObject);
  return children.flatMap(([name, child]) => leafTerms(child, [...path, name], includes));
}

function countChanged(before: readonly string[], after: readonly string[]): number {
  const stays = new Set(after.filter((term) => before.includes(term)));
  const moved = (terms: readonly string[]) => terms.filter((term) => !stays.has(term)).length;
  return moved(before) + moved(after);
}
