import type { Container, RequestContext } from '@azure/cosmos';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { type ContainerName, Database } from '../simulation/database';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});
export const closeAfterTest = (close: () => void): void => void closers.push(close);

const lostConnection = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/**
 * The containers of the product behind the real client, on the stand-in's engine in memory, at the time a test sets. Closed
 * after each test.
 */
export function openContainers(nowMs: number) {
  const clock = { nowMs };
  /** Connections break before a batch is carried out, or after. */
  const faults = { losesRequests: false, losesReplies: false };
  const breakIf = (breaks: boolean, context: RequestContext) => {
    if (breaks && 'x-ms-cosmos-is-batch-request' in (context.headers ?? {})) throw lostConnection();
  };
  const database = new Database({ now: () => clock.nowMs }, () => {});
  const client = inProcessClient(database.engine, {
    before: (context) => breakIf(faults.losesRequests, context),
    after: (context) => breakIf(faults.losesReplies, context),
  });
  closeAfterTest(() => {
    client.dispose();
    database.close();
  });
  const container = (name: ContainerName): Container => client.database('marquee').container(name);
  return { clock, faults, database, container };
}
