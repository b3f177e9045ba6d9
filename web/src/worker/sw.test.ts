/** The worker runs with caches and a network that are played here. */

type Handler = (event: object) => void;
const handlers = new Map<string, Handler>();
const stored = new Map<string, Map<string, Response>>();
let network: (path: string) => Promise<Response>;
let claims = 0;

const pathOf = (of: string | { readonly url: string }): string =>
  new URL(typeof of === 'string' ? of : of.url, 'https://theatre.example').pathname;
const cacheNamed = (name: string) => {
  const cache = stored.get(name) ?? new Map<string, Response>();
  stored.set(name, cache);
  return {
    put: async (path: string, answer: Response) => void cache.set(path, answer),
    addAll: async (paths: readonly string[]) => {
      for (const path of paths) cache.set(path, await network(path));
    },
    match: async (of: string | { readonly url: string }) => cache.get(pathOf(of))?.clone(),
  };
};
const keptBy = (name: string) => [...(stored.get(name) ?? [])].map(([path]) => path).sort();

beforeAll(() => {
  Object.assign(globalThis, {
    BUILT: {
      app: 'app',
      page: '/',
      version: 'two',
      entry: 'assets/index-2.js',
      files: ['/assets/index-2.js'],
    },
    caches: {
      open: async (name: string) => cacheNamed(name),
      keys: async () => [...stored.keys()],
      delete: async (name: string) => stored.delete(name),
    },
    self: {
      addEventListener: (type: string, handler: Handler) => handlers.set(type, handler),
      location: { origin: 'https://theatre.example' },
      clients: { claim: async () => claims++ },
    },
    fetch: (of: string | { readonly url: string }) => network(pathOf(of)),
  });
  require('./sw');
});

beforeEach(() => {
  stored.clear();
  network = online;
});

const online = async (path: string) =>
  new Response(path === '/' ? '<script src="/assets/index-2.js">' : `new ${path}`);
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

const happens = async (type: 'install' | 'activate'): Promise<void> => {
  let done: Promise<unknown> = Promise.resolve();
  handlers.get(type)?.({ waitUntil: (promise: Promise<unknown>) => (done = promise) });
  await done;
};

/** The worker's answer; undefined where it leaves the request to the browser. */
const asked = async (path: string, as?: Asked) => (await answerTo(path, as))?.text();

type Asked = { method?: string; mode?: string };
const answerTo = async (path: string, as: Asked = {}) => {
  let answer: Promise<Response> | undefined;
  handlers.get('fetch')?.({
    request: { url: new URL(path, 'https://theatre.example').href, method: 'GET', mode: 'cors', ...as },
    respondWith: (promise: Promise<Response>) => (answer = promise),
    waitUntil: () => undefined,
  });
  return answer;
};
const PAGE = { mode: 'navigate' };

test('it keeps the app of its own version, and what an older one kept goes when it takes over', async () => {
  stored.set('app-one', new Map());
  stored.set('door-one', new Map());
  await happens('install');
  expect(keptBy('app-two')).toEqual([
    '/',
    '/assets/index-2.js',
    '/config.json',
    '/icon.svg',
    '/theatre.json',
  ]);
  expect([...stored.keys()]).toContain('app-one');
  await happens('activate');
  expect([...stored.keys()].sort()).toEqual(['app-two', 'door-one']);
  expect(claims).toBe(1);
});

test('a page of another version is not kept with files that it does not know', async () => {
  network = async () => new Response('<script src="/assets/index-3.js">');
  await expect(happens('install')).rejects.toThrow('another version');
  expect(keptBy('app-two')).toEqual([]);
});

test('a page is the newest there is, and the kept one without a network or when the server fails', async () => {
  await happens('install');
  network = async () => new Response('newest');
  expect(await asked('/my', PAGE)).toBe('newest');
  for (const trouble of [offline, async () => new Response('', { status: 503 })]) {
    network = trouble;
    expect(await asked('/my', PAGE)).toContain('index-2.js');
  }
});

test('settings are asked for each time, and the last ones stay', async () => {
  await happens('install');
  network = async () => new Response('changed');
  expect(await asked('/config.json')).toBe('changed');
  network = offline;
  expect(await asked('/config.json')).toBe('changed');
});

test('settings that were kept do not say when: no clock may go by that', async () => {
  const dated = { headers: { Date: 'Sat, 28 Nov 2026 19:00:00 GMT' } };
  network = async (path) => new Response(path === '/' ? '/assets/index-2.js' : 'kept', dated);
  await happens('install');
  network = offline;
  expect((await answerTo('/config.json'))?.headers.get('Date')).toBeNull();
});

test('a file with a hash in its name is not asked for again; one that is not kept is', async () => {
  await happens('install');
  network = async () => new Response('asked');
  expect(await asked('/assets/index-2.js')).toBe('new /assets/index-2.js');
  expect(await asked('/assets/later-9.js')).toBe('asked');
});

test('answers of the API, of other hosts, and what is sent are none of its business', async () => {
  await happens('install');
  network = offline;
  expect(await asked('/api/reservations/r1/tickets')).toBeUndefined();
  expect(await asked('/api/mypage', PAGE)).toBeUndefined();
  expect(await asked('https://api.example/reservations/r1')).toBeUndefined();
  expect(await asked('/', { method: 'POST', mode: 'navigate' })).toBeUndefined();
  expect(keptBy('app-two').filter((path) => path.startsWith('/api'))).toEqual([]);
});

test.each(['/staff', '/staff/programme', '/door', '/door/p1'])(
  '%s is another app’s: it is left to the browser',
  async (path) => {
    await happens('install');
    network = offline;
    expect(await asked(path, PAGE)).toBeUndefined();
  },
);
