import { z } from 'zod';
import type { Child } from './child';

const fromGateway = z.union([
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('drained'), id: z.number() }),
]);

/** Tells the gateway which hosts there are, again whenever it has been started anew. */
export class GatewayLink {
  private urls: readonly string[] = [];
  private lastId = 0;
  private readonly waiting = new Map<number, () => void>();

  constructor(private readonly gateway: Child) {
    gateway.onMessage = (message) => this.receive(message);
    // A gateway that died has no request under way.
    gateway.onExit = () => {
      for (const resolve of this.waiting.values()) resolve();
      this.waiting.clear();
    };
  }

  /** Resolves when the hosts left out have nothing under way any more, or after `timeoutMs`. */
  setHosts(urls: readonly string[], timeoutMs: number): Promise<void> {
    this.urls = urls;
    if (this.gateway.pid === undefined) return Promise.resolve();
    const id = this.send();
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.resolveWaiting(id), timeoutMs);
      this.waiting.set(id, () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private receive(message: unknown): void {
    const parsed = fromGateway.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.type === 'ready') this.send();
    else this.resolveWaiting(parsed.data.id);
  }

  private send(): number {
    const id = ++this.lastId;
    this.gateway.send({ type: 'hosts', id, urls: this.urls });
    return id;
  }

  private resolveWaiting(id: number): void {
    this.waiting.get(id)?.();
    this.waiting.delete(id);
  }
}
