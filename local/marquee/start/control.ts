import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

/** Where a running supervisor takes orders. Only its owner can read it. */
const address = z.object({ port: z.number(), token: z.string() });

const fileOf = (dataDir: string): string => path.join(dataDir, 'control.json');

export const DONE = 'done';

export type Control = { readonly close: () => void };

/** Takes the order to roll, on any free port of 127.0.0.1, and tells how it goes line by line. */
export async function openControl(
  dataDir: string,
  roll: (report: (line: string) => void) => Promise<void>,
): Promise<Control> {
  const token = randomBytes(24).toString('hex');
  const server = http.createServer((request, response) => {
    const allowed = request.method === 'POST' && request.url === '/roll';
    if (!allowed || request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    roll((line) => response.write(`${line}\n`)).then(
      () => response.end(`${DONE}\n`),
      (error: Error) => response.end(`${error.message}\n`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const partial = `${fileOf(dataDir)}.${process.pid}`;
  writeFileSync(partial, JSON.stringify({ port, token }), { mode: 0o600 });
  renameSync(partial, fileOf(dataDir));
  return {
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(fileOf(dataDir), { force: true });
    },
  };
}

/** Asks the running supervisor to roll. True when it has, undefined when none runs. */
export async function askToRoll(
  dataDir: string,
  report: (line: string) => void,
): Promise<boolean | undefined> {
  const response = await callControl(dataDir);
  if (!response?.ok || !response.body) return undefined;
  let lastLine = '';
  for await (const line of linesOf(response.body)) {
    lastLine = line;
    if (line !== DONE) report(line);
  }
  return lastLine === DONE;
}

async function callControl(dataDir: string): Promise<Response | undefined> {
  try {
    const { port, token } = address.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
    const headers = { Authorization: `Bearer ${token}` };
    return await fetch(`http://127.0.0.1:${port}/roll`, { method: 'POST', headers });
  } catch {
    return undefined;
  }
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
