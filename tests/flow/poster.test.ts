import { MAX_POSTER_BYTES } from '../../functions/musical/posters/poster';
import { newPerformance, openTheatre, type Theatre } from '../marquee';

let theatre: Theatre;
beforeAll(async () => {
  theatre = await openTheatre();
}, 200_000);
afterAll(() => theatre?.close(), 60_000);

const newMusical = async () => (await newPerformance(theatre)).split('.')[0] as string;

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(200_000, 7)]);
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1_000, 9)]);

const send = (path: string, token: string, type: string, body: Buffer, headers = {}) =>
  fetch(`${theatre.urls.api}${path}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
    body: new Uint8Array(body),
  });
const picture = async (posterUrl: string, headers = {}) =>
  fetch(new URL(posterUrl, theatre.urls.api), { headers });

test('a musical gets its poster as a file, and a new one has a new address while the old one stays', async () => {
  const musicalId = await newMusical();
  const at = `/musicals/${musicalId}/poster`;
  const { token } = theatre.admin;
  const first = await send(at, token, 'image/png', PNG);
  expect(first.status).toBe(200);
  const { posterUrl } = (await first.json()) as { posterUrl: string };
  const shown = await theatre.anyone(`/musicals/${musicalId}`);
  expect(shown.body.posterUrl).toBe(posterUrl);
  const again = await send(at, token, 'image/png', PNG);
  expect(await again.json()).toEqual({ posterUrl });
  expect(again.headers.get('etag')).toBe(first.headers.get('etag'));

  const seen = await picture(posterUrl);
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect(seen.headers.get('cache-control')).toContain('immutable');
  expect(Buffer.from(await seen.arrayBuffer()).equals(PNG)).toBe(true);
  const etag = seen.headers.get('etag') ?? '';
  expect((await picture(posterUrl, { 'if-none-match': etag })).status).toBe(304);

  const second = await send(at, token, 'image/png', JPEG);
  const { posterUrl: other } = (await second.json()) as { posterUrl: string };
  expect(other).not.toBe(posterUrl);
  expect((await picture(other)).headers.get('content-type')).toBe('image/jpeg');
  expect((await picture(posterUrl)).status).toBe(200);
});

test('what is no poster is refused, and the musical keeps what it has', async () => {
  const musicalId = await newMusical();
  const at = `/musicals/${musicalId}/poster`;
  const { token } = theatre.admin;
  const buyer = await theatre.person('poster-buyer');
  const tooLarge = Buffer.concat([PNG, Buffer.alloc(MAX_POSTER_BYTES)]);
  const refusals = [
    await send(at, token, 'image/svg+xml', Buffer.from('<svg/>')),
    await send(at, token, 'image/png', Buffer.from('<script>alert(1)</script>')),
    await send(at, token, 'image/png', tooLarge),
    await send(at, token, 'image/png', PNG, { 'if-match': '"0"' }),
    await send(at, buyer.token, 'image/png', PNG),
    await send('/musicals/none/poster', token, 'image/png', PNG),
    await picture(`/api/musicals/${musicalId}/poster/none`),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([415, 415, 413, 412, 403, 404, 404]);
  expect((await theatre.anyone(`/musicals/${musicalId}`)).body.posterUrl).toBeUndefined();
});
