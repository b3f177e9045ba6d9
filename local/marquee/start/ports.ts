import net, { type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Whether something could listen on this port of 127.0.0.1 now. */
export const isFree = (port: number): Promise<boolean> =>
  listen(port).then(
    () => true,
    () => false,
  );

/** A port nothing listens on at the moment. */
export const findFreePort = (): Promise<number> => listen(0);

function listen(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const { port: taken } = server.address() as AddressInfo;
      server.close(() => resolve(taken));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/**
 * Asks again and again until `condition` holds. False when it has not within `timeoutMs`, or when there is no more
 * hope.
 */
export async function until(
  condition: () => Promise<boolean>,
  timeoutMs: number,
  isHopeless: () => boolean = () => false,
): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (isHopeless() || performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

export const untilAnswers = (port: number, timeoutMs: number, isHopeless: () => boolean): Promise<boolean> =>
  until(() => answers(port), timeoutMs, isHopeless);
