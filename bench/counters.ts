import { readFileSync } from 'node:fs';
import path from 'node:path';
import { portOf } from '../local/marquee/settings';
import { call, expectJson } from './client';

export type ByName = Readonly<Record<string, number>>;

/** What the stand-ins have counted since they started. */
export type Counters = {
  readonly at: number;
  /** Request units by container and operation. */
  readonly ru: ByName;
  /** Requests by container and operation. */
  readonly requests: ByName;
  /** Request units that deleting what has a time to live will cost on a serverless account, by container. */
  readonly expiring: ByName;
  /** Request units of the dearest logical partitions, by container and key. */
  readonly partitions: ByName;
  readonly busOperations: number;
  readonly eventGridOperations: number;
  readonly executions: number;
};

type Charge = { readonly container: string; readonly charge: number };
type Charges = {
  readonly charges: readonly (Charge & { readonly operation: string; readonly count: number })[];
  readonly partitions: readonly (Charge & { readonly partition: string })[];
  readonly expiring: readonly Charge[];
};
type Executions = Readonly<Record<string, { readonly succeeded: number; readonly failed: number }>>;

/** The running system that is looked at. */
export type Observed = { readonly urls: { readonly web: string }; readonly dataDir: string };

/** The service's address beside the gateway's, which has the offset in its port. */
const beside = (house: Observed, service: 'cosmos' | 'eventgrid' | 'functions'): string => {
  const offset = Number(new URL(house.urls.web).port) - portOf('gateway', {});
  return `http://127.0.0.1:${portOf(service, {}) + offset}`;
};

const OPERATIONS_WRITTEN_EVERY_MS = 1_100;

export async function readCounters(house: Observed): Promise<Counters> {
  await new Promise((resolve) => setTimeout(resolve, OPERATIONS_WRITTEN_EVERY_MS));
  const { charges, partitions, expiring } = await expectJson<Charges>(
    call('GET', `${beside(house, 'cosmos')}/_stand-in/charges`),
    200,
  );
  const grid = await expectJson<{ published: number; delivered: number }>(
    call('GET', `${beside(house, 'eventgrid')}/_stand-in/operations`),
    200,
  );
  const executions = await expectJson<Executions>(
    call('GET', `${beside(house, 'functions')}/_stand-in/executions`),
    200,
  );
  const bus = JSON.parse(readFileSync(path.join(house.dataDir, 'servicebus', 'operations.json'), 'utf8')) as {
    send: number;
    receive: number;
  };
  return {
    at: performance.now(),
    ru: named(
      charges,
      ({ operation }) => operation,
      ({ charge }) => charge,
    ),
    requests: named(
      charges,
      ({ operation }) => operation,
      ({ count }) => count,
    ),
    expiring: named(
      expiring,
      () => 'expire',
      ({ charge }) => charge,
    ),
    partitions: named(
      partitions,
      ({ partition }) => partition,
      ({ charge }) => charge,
    ),
    busOperations: bus.send + bus.receive,
    eventGridOperations: grid.published + grid.delivered,
    executions: Object.values(executions).reduce((sum, { succeeded, failed }) => sum + succeeded + failed, 0),
  };
}

const named = <Row extends Charge>(
  rows: readonly Row[],
  of: (row: Row) => string,
  value: (row: Row) => number,
): ByName =>
  Object.fromEntries(rows.map((row) => [`${row.container.replace(/.*\//, '')} ${of(row)}`, value(row)]));

export const total = (byName: ByName): number => Object.values(byName).reduce((sum, value) => sum + value, 0);

const difference = (before: ByName, after: ByName): ByName =>
  Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)]));

/** What was used between two readings. */
export const between = (before: Counters, after: Counters): Counters => ({
  at: after.at - before.at,
  ru: difference(before.ru, after.ru),
  requests: difference(before.requests, after.requests),
  expiring: difference(before.expiring, after.expiring),
  partitions: difference(before.partitions, after.partitions),
  busOperations: after.busOperations - before.busOperations,
  eventGridOperations: after.eventGridOperations - before.eventGridOperations,
  executions: after.executions - before.executions,
});
