import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';

export type RunningServer = {
  readonly url: string;
  readonly port: number;
  /** Ends every connection and stops listening. */
  readonly close: () => Promise<void>;
};

/** An app that can reach Node's own request and response. */
export type App = Hono<{ Bindings: HttpBindings }>;

/** Connections that may wait while the process is busy. */
const BACKLOG = 1_024;

/** Serves the app on 127.0.0.1. Port 0 takes any free one. */
export const serveApp = (app: App, port: number): Promise<RunningServer> =>
  listen(createAdaptorServer({ fetch: app.fetch }) as Server, port);

/** Listens on 127.0.0.1. Port 0 takes any free one. */
export async function listen(server: Server, port: number): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', BACKLOG, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
