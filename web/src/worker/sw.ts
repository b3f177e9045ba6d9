import type { Lasting, WorkerScope } from './scope';

/**
 * The service worker of an app, of the buyers' or of the door's: without a network the app itself opens, and shows what this
 * device has kept (src/offline/, src/door/kept/). It keeps files of the app and nothing of the API, whose answers may be
 * somebody's own. Each version has a cache of its own.
 */

declare const self: WorkerScope;

/** Filled in by the build: see `workerOfBuild.ts`. */
declare const BUILT: {
  readonly app: string;
  /** The address of its page, above all others of the app. */
  readonly page: string;
  readonly version: string;
  readonly entry: string;
  readonly files: readonly string[];
};

const APP = BUILT.page;
/** Of all versions of this app, and of no other app. */
const CACHES = `${BUILT.app}-`;
const CACHE = CACHES + BUILT.version;
/** The same for everybody, and other today than tomorrow: asked for each time, and kept for when there is no answer. */
const SETTINGS = ['/config.json', '/theatre.json'];
const NEEDED = [...BUILT.files, ...SETTINGS, '/icon.svg'];
/** The app's files are the same for whoever asks, and from wherever: a script is asked for with an `Origin`, or without. */
const ANY = { ignoreVary: true };
/** A network that has not answered by then is as good as none. */
const PATIENCE_MS = 5_000;
/** Apps beside the buyers', with pages of their own. */
const OTHERS = /^\/(staff|door)(\/|$)/;

self.addEventListener('install', (event) => event.waitUntil(keepApp()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (APP === '/' && OTHERS.test(pathname)) return;
  if (request.mode === 'navigate') event.respondWith(newestOrKept(request, APP));
  else if (SETTINGS.includes(pathname)) event.respondWith(newestOrKept(request, pathname, event));
  else if (pathname.startsWith('/assets/')) event.respondWith(keptOrNew(request));
});

/** Files and page are of one version, or it is not kept at all. */
async function keepApp(): Promise<void> {
  const cache = await caches.open(CACHE);
  const page = await fetch(APP, { cache: 'no-cache' });
  if (!page.ok || !(await page.clone().text()).includes(BUILT.entry))
    throw new Error('The page is of another version than the worker.');
  await Promise.all([cache.put(APP, page), cache.addAll(NEEDED)]);
}

/** A page of the version before has gone by now: this one waited for it. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(CACHES) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await self.clients.claim();
}

async function newestOrKept(request: Request, keptAs: string, keep?: Lasting): Promise<Response> {
  const network = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  const cache = await caches.open(CACHE);
  if (answer !== undefined && answer.status < 500) {
    if (answer.ok) keep?.waitUntil(cache.put(keptAs, answer.clone()));
    return answer;
  }
  const kept = await cache.match(keptAs, ANY);
  return kept === undefined ? network : withoutDate(kept);
}

/** The app's clock goes by that of an answer, and this one says when it was kept. */
function withoutDate(kept: Response): Response {
  const headers = new Headers(kept.headers);
  headers.delete('Date');
  return new Response(kept.body, { status: kept.status, headers });
}

/** What has a hash in its name never changes. */
async function keptOrNew(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(request, ANY)) ?? fetch(request);
}
