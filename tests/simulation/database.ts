import { executeBatch, parseOperations } from '../../local/azure/cosmos/engine/batch';
import type { Container } from '../../local/azure/cosmos/engine/container';
import { CosmosEngine } from '../../local/azure/cosmos/engine/engine';
import { encodePartitionKey } from '../../local/azure/cosmos/engine/partitionKey';
import { executeQuery } from '../../local/azure/cosmos/query/executeQuery';
import containers from '../../shared/containers.json';
import type { Clock } from '../../shared/kernel/clock';
import { Versions } from './versions';

export type ContainerName =
  | 'musicals'
  | 'venues'
  | 'seatingPlans'
  | 'audit'
  | 'seats'
  | 'availability'
  | 'reservations'
  | 'reservation-erasures'
  | 'mypage-erasures'
  | 'notification-erasures'
  | 'members'
  | 'musical-erasures'
  | 'idempotency'
  | 'notifications'
  | 'mypage'
  | 'mypage-loans'
  | 'mypage-memberships'
  | 'tickets'
  | 'items'
  | 'loans'
  | 'lending-erasures'
  | 'plans'
  | 'memberships'
  | 'membership-erasures'
  | 'pending';
export const CONTAINER_NAMES: readonly ContainerName[] = [
  'musicals',
  'venues',
  'seatingPlans',
  'audit',
  'seats',
  'availability',
  'reservations',
  'reservation-erasures',
  'mypage-erasures',
  'notification-erasures',
  'members',
  'musical-erasures',
  'idempotency',
  'notifications',
  'mypage',
  'mypage-loans',
  'mypage-memberships',
  'tickets',
  'items',
  'loans',
  'lending-erasures',
  'plans',
  'memberships',
  'membership-erasures',
  'pending',
];

/** Containers of an episode are small, and some are asked the same at every step. */
const WORTH_INDEXING = 30;

export type StoredDocument = {
  readonly id: string;
  readonly kind?: string;
  readonly [member: string]: unknown;
};
/** Documents as one batch left them. */
export type Committed = (container: ContainerName, documents: readonly StoredDocument[]) => void;

/** What the SDK throws for a refused request. */
export const sdkError = (code: number | string, message: string): Error =>
  Object.assign(new Error(message), { code });

/** The account as the SDK sees it, on the stand-in's own engine; each call is done when it returns. */
export class Database {
  readonly engine: CosmosEngine;
  readonly versions: Readonly<Record<ContainerName, Versions<StoredDocument>>>;
  private readonly containers: Readonly<Record<ContainerName, Container>>;

  constructor(
    private readonly clock: Clock,
    private readonly committed: Committed,
  ) {
    this.engine = new CosmosEngine({ file: ':memory:', clock });
    this.engine.catalog.createDatabase('marquee');
    this.containers = byName((name) => this.create(name));
    this.versions = byName(() => new Versions());
  }

  private create(id: ContainerName): Container {
    const { partitionKey, index, ttl } = containers[id];
    return this.engine.catalog.createContainer('marquee', {
      id,
      partitionKey: { paths: [partitionKey] },
      indexingPolicy: {
        indexingMode: 'consistent',
        automatic: true,
        includedPaths: index.map((path) => ({ path })),
        excludedPaths: [{ path: '/*' }],
      },
      ...(ttl ? { defaultTtl: -1 } : {}),
    } as never);
  }

  container(name: ContainerName): Container {
    return this.containers[name];
  }

  /** The item as of the change `lsn` (by default the latest). */
  read(
    name: ContainerName,
    key: string,
    id: string,
    lsn = this.versions[name].latest,
  ): StoredDocument | undefined {
    return this.versions[name].asOf(key, id, lsn);
  }

  /** All of it or nothing, with a status for each operation, as the SDK answers. */
  batch(name: ContainerName, key: string, operations: unknown): { statusCode: number }[] {
    const { results, ok } = executeBatch(
      this.containers[name],
      this.clock.now(),
      key,
      parseOperations(operations),
    );
    if (ok)
      this.remember(
        name,
        key,
        results.flatMap(({ resourceBody }) => resourceBody ?? []),
      );
    return results as { statusCode: number }[];
  }

  private remember(name: ContainerName, key: string, texts: readonly string[]): void {
    const lsn = this.containers[name].sequence.current();
    const documents = texts.map((text) => frozen(JSON.parse(text) as StoredDocument));
    for (const document of documents)
      this.versions[name].add(key, document.id, lsn, this.clock.now(), document);
    this.committed(name, documents);
  }

  query(
    name: ContainerName,
    key: string | undefined,
    text: string,
    parameters: readonly { name: string }[],
  ): unknown[] {
    const found: unknown[] = [];
    const container = this.containers[name];
    for (let continuation: string | undefined; ; ) {
      const page = executeQuery(
        container,
        this.clock.now(),
        {
          text,
          parameters: parameters as never,
          maxItems: -1,
          ...(key === undefined ? {} : { partition: { key, prefix: false } }),
          ...(continuation === undefined ? {} : { continuation }),
        },
        (segments) => this.engine.catalog.indexColumn(container, segments, WORTH_INDEXING),
      );
      found.push(...page.documents.map((document) => JSON.parse(document) as unknown));
      continuation = page.continuation;
      if (continuation === undefined) return found;
    }
  }

  close(): void {
    this.engine.close();
  }
}

export const keyOf = (partitionKey: string): string => encodePartitionKey([partitionKey]);

export const partitionKeyOf = (name: ContainerName, item: Readonly<Record<string, unknown>>): string =>
  String(item[containers[name].partitionKey.slice(1)]);

/** Everybody who reads a version is given the same one. Whoever would change it is told so. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

function byName<T>(make: (name: ContainerName) => T): Record<ContainerName, T> {
  return Object.fromEntries(CONTAINER_NAMES.map((name) => [name, make(name)])) as Record<ContainerName, T>;
}
