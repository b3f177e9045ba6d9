import { type Container, ErrorResponse } from '@azure/cosmos';
import { inProcessClient } from '../../local/azure/cosmos/inProcess';
import { Database } from '../../tests/simulation/database';
import { MissingSetting } from '../kernel/config';
import { commit, isPassingFault, openDatabase, StoreDefect, StoreUnavailable } from './cosmos';

/** The genuine SDK, and a store that answers every request as the hooks say, before or after it has done the work. */
let close = () => {};
afterEach(() => close());

function seats(hooks: Parameters<typeof inProcessClient>[1]): Container {
  const database = new Database({ now: () => Date.UTC(2026, 10, 20) }, () => undefined);
  const client = inProcessClient(database.engine, hooks);
  close = () => {
    client.dispose();
    database.close();
    close = () => {};
  };
  return client.database('marquee').container('seats');
}

const write = (container: Container, id = 'X') =>
  commit(container, 'p', [
    { operationType: 'Create', resourceBody: { id, performanceId: 'p', kind: 'claim' } as never },
  ]);

const refusedWith = (code: number | string) => () => {
  throw Object.assign(new ErrorResponse(`answered ${code}`), { code, headers: {} });
};

test.each([408, 410, 429, 449, 500, 503])('a batch that is answered %i passes by itself', async (code) => {
  const fault = await write(seats({ before: refusedWith(code) })).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StoreUnavailable);
  expect(isPassingFault(fault)).toBe(true);
});

test.each([400, 403, 413])('a batch that is answered %i will never succeed', async (code) => {
  const fault = await write(seats({ before: refusedWith(code) })).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StoreDefect);
  expect(isPassingFault(fault)).toBe(false);
});

test.each(['ECONNRESET', 'ETIMEDOUT', 'TimeoutError', 'REQUEST_SEND_ERROR'])(
  'a batch whose reply is lost by %s may have been stored',
  async (code) => {
    expect(await write(seats({ after: refusedWith(code) }))).toBe('conflict');
  },
);

test.each(['ECONNREFUSED', 'ENOTFOUND'])('a store that is away (%s) passes by itself', async (code) => {
  const fault = await write(seats({ before: refusedWith(code) })).catch((error: unknown) => error);
  expect(isPassingFault(fault)).toBe(true);
});

test('without a setting that says where Cosmos DB is, nothing starts', () => {
  expect(() => openDatabase({ COSMOS_DATABASE: 'marquee' })).toThrow(MissingSetting);
});
