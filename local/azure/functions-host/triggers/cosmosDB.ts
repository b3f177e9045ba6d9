import { randomUUID } from 'node:crypto';
import type { Container, CosmosClient } from '@azure/cosmos';
import type { HostedFunction } from '../app/hostedFunction';
import { type CosmosTriggerOptions, readCosmosTrigger } from './cosmosDBOptions';
import { createErrorReport, type ErrorReport } from './errorReport';
import { type HeldLease, holdLease } from './heldLease';
import { chooseLeases, type Lease } from './lease';
import { currentContinuation, readLease } from './leaseReader';
import { createLeaseStore, type LeaseStore } from './leaseStore';
import type { Listener, TriggerServices } from './trigger';

const PAUSE_AFTER_ERROR_MS = 1_000;
/** How often it is looked whether a lease is to be renewed. */
const RENEWAL_LOOK_MS = 250;
/** A host that says it has started has its leases, unless Cosmos DB takes longer than this. */
const FIRST_TRY_MS = 2_000;

interface Listening {
  readonly fn: HostedFunction;
  readonly services: TriggerServices;
  readonly options: CosmosTriggerOptions;
  readonly client: CosmosClient;
  readonly leaseClient: CosmosClient;
  readonly report: ErrorReport;
  /** This listener among those that share the leases. */
  readonly me: string;
  readonly signal: AbortSignal;
  /** Called when the leases were made, or could not be. */
  readonly tried: () => void;
}

interface Opened {
  readonly monitored: Container;
  readonly store: LeaseStore;
}

/**
 * Runs a function on the changes of a container, at least once each, in order within a feed range. The hosts that share a
 * lease container and prefix share the ranges. When Cosmos DB is away, waits and tries again.
 *
 * Source: "Azure Cosmos DB trigger for Azure Functions 2.x and higher"; change feed processor.
 * @throws Error when the binding is incomplete.
 */
export async function startCosmosDB(fn: HostedFunction, services: TriggerServices): Promise<Listener> {
  const options = readCosmosTrigger(fn.trigger, services.leases);
  const client = await services.clients.cosmos(fn.trigger);
  const leaseConnection = fn.trigger.leaseConnection ?? fn.trigger.connection;
  const leaseClient = await services.clients.cosmos({ ...fn.trigger, connection: leaseConnection });
  const stopping = new AbortController();
  const what = `Cosmos DB ${options.databaseName}/${options.containerName} of 'Functions.${fn.name}'`;
  const report = createErrorReport(services.logger, what);
  const { signal } = stopping;
  let done: Promise<void> = Promise.resolve();
  const tried = new Promise<void>((tried) => {
    done = listen({ fn, services, options, client, leaseClient, report, me: randomUUID(), signal, tried });
  });
  await Promise.race([tried, services.clock.sleep(FIRST_TRY_MS, signal)]);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

/** Opens the containers and shares in the leases. After any fault it starts afresh, until stopped. */
async function listen(listening: Listening): Promise<void> {
  const { services, report, signal } = listening;
  while (!signal.aborted) {
    try {
      const opened = await open(listening);
      listening.tried();
      await share(listening, opened);
    } catch (error) {
      report.failed(error);
      listening.tried();
      await services.clock.sleep(PAUSE_AFTER_ERROR_MS, signal);
    }
  }
}

/** The monitored container's resource id is part of the prefix, so a container made anew has leases of its own. */
async function open({ options, client, leaseClient }: Listening): Promise<Opened> {
  const { databaseName, containerName, leaseDatabaseName, leaseContainerName } = options;
  const monitored = client.database(databaseName).container(containerName);
  const { resource } = await explain(monitored.read(), `The container ${databaseName}/${containerName}`);
  const leases = leaseClient.database(leaseDatabaseName);
  if (options.createLeaseContainer) {
    await leases.containers.createIfNotExists({ id: leaseContainerName, partitionKey: '/id' });
  }
  const name = `${options.leasePrefix}${databaseName}_${resource?._rid ?? containerName}..`;
  const prefix = name.replace(/[/\\?#]/g, '-');
  const store = createLeaseStore(leases.container(leaseContainerName), prefix);
  const known = await explain(
    store.list(),
    `The lease container ${leaseDatabaseName}/${leaseContainerName} (createLeaseContainerIfNotExists is not set)`,
  );
  await createMissing(monitored, store, known, options, prefix);
  return { monitored, store };
}

async function explain<T>(work: Promise<T>, what: string): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if ((error as { code?: unknown }).code === 404) throw new Error(`${what} does not exist`);
    throw error;
  }
}

/** A range that split since keeps its old lease, which covers both halves. */
async function createMissing(
  monitored: Container,
  store: LeaseStore,
  known: readonly Lease[],
  options: CosmosTriggerOptions,
  prefix: string,
): Promise<void> {
  for (const range of await monitored.getFeedRanges()) {
    const { minInclusive: min, maxExclusive: max } = range;
    if (known.some((lease) => lease.range.min < max && min < lease.range.max)) continue;
    await store.create({
      id: `${prefix}${min}-${max}`,
      owner: null,
      timestamp: new Date(0).toISOString(),
      continuation: options.start.from === 'now' ? await currentContinuation(monitored, range) : null,
      range: { min, max },
    });
  }
}

/**
 * Takes this host's share of the leases and reads them. On a stop, or a fault of any of them, it gives all of them
 * back.
 */
async function share(listening: Listening, { monitored, store }: Opened): Promise<void> {
  const { services, options, me, signal } = listening;
  const { clock } = services;
  const held = new Map<string, HeldLease>();
  const readers = new Set<Promise<void>>();
  const fault = new AbortController();
  const ended = AbortSignal.any([signal, fault.signal]);

  const hold = (lease: Lease): void => {
    const mine = holdLease(store, lease, options, clock);
    held.set(lease.id, mine);
    const reader = readLease({ ...listening, monitored }, mine, lease, ended)
      .catch((error: unknown) => fault.abort(error))
      .finally(async () => {
        await mine.release().catch(() => undefined);
        held.delete(lease.id);
        readers.delete(reader);
      });
    readers.add(reader);
  };
  const acquire = async (): Promise<void> => {
    const leases = await store.list();
    const now = clock.now();
    for (const lease of chooseLeases(leases, me, new Set(held.keys()), now, options.expirationMs)) {
      const taken = await store.replace({ ...lease, owner: me, timestamp: new Date(now).toISOString() });
      if (taken) hold(taken);
    }
    if (held.size === 0) listening.report.worked();
  };
  const renew = () => Promise.all([...held.values()].map((lease) => lease.renew()));
  /** A fault ends the other one too, and whatever that has under way is waited for. */
  const every = async (ms: number, work: () => Promise<unknown>): Promise<void> => {
    try {
      while (!ended.aborted) {
        await work();
        await clock.sleep(ms, ended);
      }
    } catch (error) {
      fault.abort(error);
    }
  };
  try {
    await Promise.all([every(options.acquireMs, acquire), every(RENEWAL_LOOK_MS, renew)]);
  } finally {
    fault.abort();
    await Promise.all(readers);
  }
  if (!signal.aborted) throw fault.signal.reason;
}
