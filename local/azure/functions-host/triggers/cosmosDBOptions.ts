/** How a Cosmos DB trigger reads and leases, times in milliseconds. */
export interface CosmosTriggerOptions {
  readonly databaseName: string;
  readonly containerName: string;
  readonly leaseDatabaseName: string;
  readonly leaseContainerName: string;
  readonly leasePrefix: string;
  readonly createLeaseContainer: boolean;
  readonly start:
    | { readonly from: 'now' }
    | { readonly from: 'beginning' }
    | { readonly from: 'time'; readonly time: string };
  readonly maxItems: number;
  readonly pollMs: number;
  readonly acquireMs: number;
  readonly renewMs: number;
  readonly expirationMs: number;
}

/** What a trigger has that does not say itself, in milliseconds. */
export type LeaseTimes = Pick<CosmosTriggerOptions, 'acquireMs' | 'renewMs' | 'expirationMs'>;

/** A host that is killed gives way within ten seconds. */
export const LOCAL_LEASES: LeaseTimes = { acquireMs: 1_000, renewMs: 3_333, expirationMs: 10_000 };
/** Source: "Azure Cosmos DB trigger", leaseAcquireInterval, leaseRenewInterval, leaseExpirationInterval. */
export const AZURE_LEASES: LeaseTimes = { acquireMs: 13_000, renewMs: 17_000, expirationMs: 60_000 };

/** Source: "Azure Cosmos DB trigger", feedPollDelay. */
const FEED_POLL_MS = 5_000;
/** Source: Cosmos DB change feed, default page size. */
const PAGE_SIZE = 100;

/**
 * Reads the binding of a v4 trigger.
 *
 * Source: "Azure Cosmos DB trigger for Azure Functions 2.x and higher", configuration.
 * @throws Error naming the property that is missing or wrong.
 */
export function readCosmosTrigger(
  binding: Readonly<Record<string, unknown>>,
  leases: LeaseTimes = LOCAL_LEASES,
): CosmosTriggerOptions {
  const databaseName = requiredText(binding, 'databaseName');
  const expirationMs = wholeNumber(binding, 'leaseExpirationInterval', leases.expirationMs);
  if (String(binding.changeFeedMode ?? 'LatestVersion') !== 'LatestVersion') {
    throw new Error(`changeFeedMode "${binding.changeFeedMode}" is not supported by this host.`);
  }
  return {
    databaseName,
    containerName: requiredText(binding, 'containerName'),
    leaseDatabaseName: String(binding.leaseDatabaseName ?? databaseName),
    leaseContainerName: String(binding.leaseContainerName ?? 'leases'),
    leasePrefix: String(binding.leaseContainerPrefix ?? ''),
    createLeaseContainer: binding.createLeaseContainerIfNotExists === true,
    start: readStart(binding),
    maxItems: wholeNumber(binding, 'maxItemsPerInvocation', PAGE_SIZE),
    pollMs: wholeNumber(binding, 'feedPollDelay', FEED_POLL_MS),
    acquireMs: wholeNumber(binding, 'leaseAcquireInterval', leases.acquireMs),
    renewMs: Math.min(wholeNumber(binding, 'leaseRenewInterval', leases.renewMs), expirationMs / 3),
    expirationMs,
  };
}

function readStart(binding: Readonly<Record<string, unknown>>): CosmosTriggerOptions['start'] {
  if (binding.startFromBeginning === true) return { from: 'beginning' };
  if (binding.startFromTime === undefined) return { from: 'now' };
  const time = String(binding.startFromTime);
  if (Number.isNaN(Date.parse(time))) throw new Error(`startFromTime "${time}" is no date and time.`);
  return { from: 'time', time: new Date(time).toISOString() };
}

function requiredText(binding: Readonly<Record<string, unknown>>, name: string): string {
  const value = binding[name];
  if (typeof value !== 'string' || value === '') throw new Error(`The Cosmos DB trigger needs "${name}".`);
  return value;
}

function wholeNumber(binding: Readonly<Record<string, unknown>>, name: string, fallback: number): number {
  const value = Number(binding[name] ?? fallback);
  if (!(value > 0))
    throw new Error(`"${name}" of the Cosmos DB trigger must be above zero, it is "${binding[name]}".`);
  return Math.round(value);
}
