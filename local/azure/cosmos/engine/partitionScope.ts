import type { EpkRange } from './effectivePartitionKey';

/** Which partitions a read of many items looks at, by a key, a key's prefix or a range of hashes. */
export type PartitionScope = { readonly key: string; readonly prefix: boolean } | EpkRange;

/** The scope in SQL, over the table of a container. No scope is everything. */
export function scopeConditions(scope: PartitionScope | undefined): {
  readonly conditions: readonly string[];
  readonly values: readonly string[];
} {
  if (scope === undefined) return { conditions: [], values: [] };
  if ('min' in scope) return { conditions: ['epk(pk) >= ?', 'epk(pk) < ?'], values: [scope.min, scope.max] };
  if (!scope.prefix) return { conditions: ['pk = ?'], values: [scope.key] };
  return { conditions: ['pk >= ?', 'pk < ?'], values: [scope.key, `${scope.key}\u{10FFFF}`] };
}
