import type { CosmosDBv4FunctionOptions } from '@azure/functions';

/** The most changes of one batch. One Event Grid request and one projection write take so many well. */
const MAX_ITEMS = 200;

/**
 * How often a projection looks for changes when there are none. Events must go fast, but a projection may be a moment
 * old. The states of one document that come within that moment cost one write instead of several.
 */
export const PROJECTION_POLL_MS = 500;

/** The list of a customer is looked at by one, and a purchase is several states in a second. */
export const LIST_POLL_MS = 1_000;

/**
 * The options every reader of a change feed has. Each reader has its own lease prefix, or two would share one feed. The
 * retry policy has no end, because without one the trigger drops a batch that threw, and with it events for ever.
 * Source: https://learn.microsoft.com/azure/azure-functions/functions-bindings-error-pages
 */
export const feedOf = (
  containerName: string,
  leaseContainerName: string,
  leaseContainerPrefix: string,
  feedPollDelay: number,
): Omit<CosmosDBv4FunctionOptions, 'handler'> => ({
  connection: 'COSMOS',
  databaseName: '%COSMOS_DATABASE%',
  containerName,
  leaseContainerName,
  leaseContainerPrefix,
  startFromBeginning: true,
  feedPollDelay,
  maxItemsPerInvocation: MAX_ITEMS,
  retry: {
    strategy: 'exponentialBackoff',
    maxRetryCount: -1,
    minimumInterval: { seconds: 1 },
    maximumInterval: { seconds: 30 },
  },
});

/** NCRONTAB for every n seconds below a minute, for every n whole minutes from there. */
export const everySeconds = (n: number): string =>
  n < 60 ? `*/${n} * * * * *` : `0 */${Math.floor(n / 60)} * * * *`;
