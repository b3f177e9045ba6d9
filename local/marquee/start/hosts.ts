import { hostService } from './azureServices';
import { Child, type ChildOptions } from './child';
import { lastLines } from './childLog';
import type { GatewayLink } from './gatewayLink';
import { findFreePort, until } from './ports';
import type { Layout } from './serviceSpec';
import { StartError } from './startError';

const HEALTHY_MS = 120_000;
const HEALTH_ANSWER_MS = 5_000;
/** `Prefer: wait` holds an answer back for 30 s at most. */
const DRAIN_MS = 40_000;
/** A host lets its running functions finish for some seconds. */
const HOST_STOP_MS = 20_000;

type Host = {
  readonly child: Child;
  readonly url: string;
  /** Its app answers. */
  ready: boolean;
  /** It is being replaced. */
  leaving: boolean;
};

/** The Functions hosts, and what the gateway knows of them. */
export class Hosts {
  private readonly hosts = new Map<string, Host>();

  constructor(
    private readonly layout: Layout,
    private readonly childOptions: ChildOptions,
    private readonly gateway: GatewayLink,
  ) {}

  /** Starts a host. The gateway is told as soon as its app answers, and whenever it is gone. */
  start(name: string, port: number): void {
    const child = new Child(hostService(this.layout, name, port), this.childOptions);
    const host: Host = { child, url: `http://127.0.0.1:${port}`, ready: false, leaving: false };
    this.hosts.set(name, host);
    child.onStart = () => void this.noteWhenReady(host);
    child.onExit = () => {
      host.ready = false;
      void this.tellGateway();
    };
    child.start();
  }

  /**
   * Resolves when its health is 200 and the gateway knows it.
   *
   * @throws StartError with the end of its log, when that takes too long.
   */
  async untilHealthy(name: string): Promise<void> {
    const host = this.hosts.get(name);
    let seen = 'no answer';
    const isHealthy = async () => {
      const health = await askHealth(host?.url ?? '');
      seen = health ? `${health.status} ${health.text.slice(0, 500)}` : 'no answer';
      return health?.status === 200 && host?.ready === true;
    };
    const healthy = await until(isHealthy, HEALTHY_MS, () => host?.child.isHopeless ?? true);
    if (healthy) return;
    const { dataDir } = this.layout;
    throw new StartError(
      `${name} is not healthy: GET ${host?.url}/api/health gives ${seen}\n${lastLines(dataDir, name)}`,
    );
  }

  /**
   * Replaces every host by a new process, one after the other. The gateway stops asking a host, waits for its last
   * answer, and only then is it stopped. A single host has a stand-in meanwhile.
   */
  async roll(names: readonly string[], report: (line: string) => void): Promise<void> {
    const standIn = 'functions-roll';
    if (names.length === 1 && !this.hosts.has(standIn)) {
      report('starting a host to stand in');
      this.start(standIn, await findFreePort());
      await this.untilHealthy(standIn);
    }
    for (const name of names) {
      const port = this.hosts.get(name)?.child.spec.ports[0];
      if (port === undefined) continue;
      report(`${name}: no new requests, waiting for the last answers`);
      await this.remove(name);
      report(`${name}: stopped, starting anew`);
      this.start(name, port);
      await this.untilHealthy(name);
      report(`${name}: healthy`);
    }
    if (names.length === 1) await this.remove(standIn);
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.hosts.values()].map(({ child }) => child.stop(HOST_STOP_MS)));
  }

  private async remove(name: string): Promise<void> {
    const host = this.hosts.get(name);
    if (!host) return;
    host.leaving = true;
    await this.tellGateway();
    await host.child.stop(HOST_STOP_MS);
    this.hosts.delete(name);
  }

  /** Ready is a host whose app answers for itself, be it that something it needs is down. */
  private async noteWhenReady(host: Host): Promise<void> {
    const { pid } = host.child;
    const isGone = () => host.child.pid !== pid || host.leaving;
    const ready = await until(async () => {
      if (isGone()) return true;
      const health = await askHealth(host.url);
      return health !== undefined && (health.status === 200 || health.text !== '');
    }, Number.POSITIVE_INFINITY);
    if (!ready || isGone()) return;
    host.ready = true;
    await this.tellGateway();
  }

  private tellGateway(): Promise<void> {
    const listed = [...this.hosts.values()].filter(({ ready, leaving }) => ready && !leaving);
    return this.gateway.setHosts(
      listed.map(({ url }) => url),
      DRAIN_MS,
    );
  }
}

async function askHealth(url: string): Promise<{ status: number; text: string } | undefined> {
  try {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(HEALTH_ANSWER_MS) });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}
