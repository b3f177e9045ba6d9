/**
 * List prices in US dollars, pay as you go, East US, looked up 2026-11. They change: look them up again before you
 * budget. Source: the pricing pages at azure.microsoft.com/pricing of each service.
 */
export const PRICES = {
  asOf: '2026-11',
  /** Cosmos DB serverless, per million request units. */
  cosmosMillionRu: 0.25,
  /** Service Bus Standard, per million operations beyond those in its base charge. */
  busMillionOperations: 0.8,
  /** Event Grid custom topic, per million operations (publish and each delivery attempt). */
  eventGridMillionOperations: 0.6,
  /** Functions Flex Consumption on demand, per million executions. */
  millionExecutions: 0.4,
  /** Functions Flex Consumption on demand, per GB-second. */
  gbSecond: 0.000026,
};

export type Usage = {
  readonly ru: number;
  readonly busOperations: number;
  readonly eventGridOperations: number;
  readonly executions: number;
};

/** An execution's share of an instance: 2 GB, 20 ms, of which 16 run at once. */
const GB_SECONDS_PER_EXECUTION = (2 * 0.02) / 16;

/** Dollars for a million reservations that each use so much. */
export const dollarsPerMillion = ({ ru, busOperations, eventGridOperations, executions }: Usage): number =>
  ru * PRICES.cosmosMillionRu +
  busOperations * PRICES.busMillionOperations +
  eventGridOperations * PRICES.eventGridMillionOperations +
  executions * PRICES.millionExecutions +
  executions * 1e6 * GB_SECONDS_PER_EXECUTION * PRICES.gbSecond;
