import { readFileSync } from 'node:fs';
import path from 'node:path';
import { portOf } from '../local/marquee/settings';
import { call, expectJson } from './client';

/** What the stand-ins have counted since they started. */
export type Counters = {
  readonly at: number;
  readonly ru: Readonly<Record<string, number>>;
  readonly busOperations: number;
  readonly eventGridOperations: number;
  readonly executions: number;
};

type Charge = { readonly container: string; readonly operation: string; readonly charge: number };
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
  const { charges } = await expectJson<{ charges: Charge[] }>(
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
    ru: Object.fromEntries(
      charges.map(({ container, operation, charge }) => [
        `${container.replace(/.*\//, '')} ${operation}`,
        charge,
      ]),
    ),
    busOperations: bus.send + bus.receive,
    eventGridOperations: grid.published + grid.delivered,
    executions: Object.values(executions).reduce((sum, { succeeded, failed }) => sum + succeeded + failed, 0),
  };
}

export const totalRu = (ru: Readonly<Record<string, number>>): number =>
  Object.values(ru).reduce((sum, charge) => sum + charge, 0);

/** What was used between two readings. */
export const between = (before: Counters, after: Counters): Counters => ({
  at: after.at - before.at,
  ru: Object.fromEntries(
    Object.entries(after.ru).map(([name, charge]) => [name, charge - (before.ru[name] ?? 0)]),
  ),
  busOperations: after.busOperations - before.busOperations,
  eventGridOperations: after.eventGridOperations - before.eventGridOperations,
  executions: after.executions - before.executions,
});
