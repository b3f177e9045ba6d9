/** What of a service worker’s global scope ours uses; the compiler’s own types of it do not go with those of a page. */
export type WorkerScope = {
  readonly addEventListener: Listen;
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
};

/** An event that is not over before its promise is. */
export type Lasting = Event & { waitUntil(done: Promise<unknown>): void };

type Fetching = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void };

type Listen = ((type: 'install' | 'activate', act: (event: Lasting) => void) => void) &
  ((type: 'fetch', act: (event: Fetching) => void) => void);
