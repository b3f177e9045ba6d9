import { gunzipSync } from 'node:zlib';
import { bodyFor, rendered } from './rendered';

const large = JSON.stringify(Array.from({ length: 500 }, () => 'seat'));

test.each<[string, string | null, boolean]>([
  ['a browser', 'gzip, deflate, br', true],
  ['anything', '*', true],
  ['a weight', 'br;q=1.0, gzip;q=0.2', true],
  ['nothing', null, false],
  ['another coding', 'br', false],
  ['anything but this', 'gzip;q=0, br', false],
  ['anything but this, in full', 'gzip; q=0.000', false],
])('who accepts %s gets what it can read', async (_who, header, isGzip) => {
  const { body, headers } = await bodyFor(rendered(large), header);
  expect(headers).toEqual({ vary: 'accept-encoding', ...(isGzip ? { 'content-encoding': 'gzip' } : {}) });
  expect(typeof body === 'string' ? body : gunzipSync(body).toString()).toBe(large);
  expect(body.length < large.length).toBe(isGzip);
});

test('a crowd has it compressed once, and what is small is not', async () => {
  const one = rendered(large);
  expect((await bodyFor(one, 'gzip')).body).toBe((await bodyFor(one, 'gzip')).body);
  expect(await bodyFor(rendered('[]'), 'gzip')).toEqual({ body: '[]', headers: {} });
});
