import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { hostCount, portOf, productSettings } from '../settings';
import { ticketKeys } from '../ticketKeys';
import { adminToken } from './adminToken';
import { hostService } from './azureServices';
import { Child, type ChildOptions } from './child';
import { lastLines } from './childLog';
import { type Control, openControl } from './control';
import { createContainers } from './databases';
import { loadDemo } from './demo';
import { GatewayLink } from './gatewayLink';
import { Hosts } from './hosts';
import { isFree, until, untilAnswers } from './ports';
import { portTrouble } from './portTrouble';
import type { Layout, ServiceSpec } from './serviceSpec';
import { dataServices, gatewayService } from './services';
import { StartError } from './startError';
import { type SystemUrls, urlsOf } from './urls';
import { welcomeText } from './welcome';

const READY_MS = 60_000;
const STOP_MS = 5_000;
/** Children of a system killed a moment ago end within this time. */
const LEFTOVERS_MS = 8_000;

export type SupervisorOptions = {
  readonly layout: Layout;
  /** Without Functions hosts, because somebody else runs them on their ports. */
  readonly servicesOnly: boolean;
  /** Errors and warnings of the services and all lines of the hosts go to the terminal too. */
  readonly verbose: boolean;
  /** The last run on this data did not end by itself. */
  readonly afterKill: boolean;
  readonly print: (text: string) => void;
};

/** All processes of the local system. They are started in order, started again when they die, and ended in order. */
export class Supervisor {
  private readonly services: readonly Child[];
  private readonly gateway: Child;
  private readonly gatewayLink: GatewayLink;
  private readonly hosts: Hosts;
  private readonly hostNames: readonly string[];
  private stopping = false;
  private control: Control | undefined;
  private rolling = false;

  constructor(private readonly options: SupervisorOptions) {
    const { layout, servicesOnly } = options;
    const own = childOptions(options, (line) => /error|warn/i.test(line));
    this.services = dataServices(layout).map((spec) => new Child(spec, own));
    this.gateway = new Child(gatewayService(layout), own);
    this.gatewayLink = new GatewayLink(this.gateway);
    this.hosts = new Hosts(
      layout,
      childOptions(options, () => true),
      this.gatewayLink,
    );
    const count = servicesOnly ? 0 : hostCount(layout.env);
    this.hostNames = Array.from({ length: count }, (_, index) => `functions-${index + 1}`);
  }

  /** @throws StartError when a port is taken or something does not come up. */
  async start(): Promise<SystemUrls> {
    const { layout, servicesOnly, print } = this.options;
    const urls = urlsOf(layout.env);
    await this.checkPorts();
    await this.startServices();
    const { COSMOS = '', COSMOS_DATABASE = '' } = productSettings(layout.root, layout.env);
    await createContainers(COSMOS, COSMOS_DATABASE);
    if (this.stopping) throw new StartError('Stopped while starting.');
    if (servicesOnly) {
      void this.gatewayLink.setHosts(hostUrls(layout), 0);
      print(
        `The services are up. The gateway on ${urls.web} expects the Functions host on ${urls.functions}.`,
      );
      return urls;
    }
    this.hostNames.forEach((name, index) => {
      this.hosts.start(name, portOf('functions', layout.env) + index);
    });
    for (const name of this.hostNames) await this.hosts.untilHealthy(name);
    this.control = await openControl(layout.dataDir, (report) => this.roll(report));
    const seasonEndsOn = await this.loadSeason(urls);
    print(welcomeText({ urls, dataDir: layout.dataDir, seasonEndsOn }));
    return urls;
  }

  /** Ends the hosts first, so that what they do can finish, then the gateway, then what all of them need. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.control?.close();
    await this.hosts.stopAll();
    await this.gateway.stop(STOP_MS);
    await Promise.all(this.services.map((child) => child.stop(STOP_MS)));
  }

  private async roll(report: (line: string) => void): Promise<void> {
    if (this.rolling) throw new Error('A roll is under way already.');
    this.rolling = true;
    try {
      await this.hosts.roll(this.hostNames, report);
    } finally {
      this.rolling = false;
    }
  }

  private async checkPorts(): Promise<void> {
    const { layout, afterKill } = this.options;
    const first = portOf('functions', layout.env);
    const hosts = this.hostNames.map((name, index) => hostService(layout, name, first + index));
    const specs = [...dataServices(layout), gatewayService(layout), ...hosts];
    const trouble = portTrouble(specs);
    if (trouble !== undefined) throw new StartError(trouble);
    let taken: readonly string[] = [];
    await until(
      async () => {
        taken = await takenPorts(specs);
        return taken.length === 0;
      },
      afterKill ? LEFTOVERS_MS : 0,
      () => this.stopping,
    );
    if (taken.length === 0) return;
    const more = taken.length > 1 ? `, and ${taken.length - 1} more` : '';
    throw new StartError(
      `Port ${taken[0]} is taken${more}. End what uses it, or move all of Marquee's ports: MARQUEE_PORT_OFFSET=1000 npm start`,
    );
  }

  private async startServices(): Promise<void> {
    const all = [...this.services, this.gateway];
    for (const child of all) child.start();
    await Promise.all(all.map((child) => this.untilReady(child)));
  }

  private async untilReady(child: Child): Promise<void> {
    const { name, label, ports } = child.spec;
    for (const port of ports) {
      if (await untilAnswers(port, READY_MS, () => child.isHopeless || this.stopping)) continue;
      const log = lastLines(this.options.layout.dataDir, name);
      throw new StartError(`${label} does not answer on port ${port}. The end of its log:\n${log}`);
    }
  }

  /** The last day of the season that this data folder has. */
  private async loadSeason(urls: SystemUrls): Promise<string | undefined> {
    const { layout, print } = this.options;
    if (layout.env.MARQUEE_DEMO === 'off') return undefined;
    const marker = path.join(layout.dataDir, 'demo-season');
    if (existsSync(marker)) return z.iso.date().safeParse(readFileSync(marker, 'utf8').trim()).data;
    try {
      const endsOn = await loadDemo({ apiUrl: urls.api, adminToken: await adminToken(urls.identity) });
      writeFileSync(marker, `${endsOn}\n`);
      return endsOn;
    } catch (error) {
      print(stamped('WARN', `The demo season could not be loaded: ${causeOf(error as Error)}`));
      return undefined;
    }
  }
}

/** As the lines of the Functions hosts are. */
const stamped = (level: string, line: string): string => `[${new Date().toISOString()}] ${level} ${line}`;

/** `fetch` says only that it failed, and its cause says why. */
const causeOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? `${message}: ${cause.message}` : message;

function hostUrls({ env }: Layout): readonly string[] {
  const first = portOf('functions', env);
  return Array.from({ length: hostCount(env) }, (_, index) => `http://127.0.0.1:${first + index}`);
}

function childOptions(
  { layout, verbose, print }: SupervisorOptions,
  echoes: (line: string) => boolean,
): ChildOptions {
  const env = {
    ...layout.env,
    ...productSettings(layout.root, layout.env),
    TICKET_KEYS: layout.env.TICKET_KEYS || ticketKeys(layout.dataDir),
    MARQUEE_DATA_DIR: layout.dataDir,
  };
  const echo = (line: string) => {
    if (echoes(line)) print(line);
  };
  const report: ChildOptions['report'] = (level, line) => print(stamped(level, line));
  return { dataDir: layout.dataDir, env, echo: verbose ? echo : undefined, report };
}

async function takenPorts(specs: readonly ServiceSpec[]): Promise<readonly string[]> {
  const taken: string[] = [];
  for (const { label, ports } of specs) {
    for (const port of ports) if (!(await isFree(port))) taken.push(`${port} (${label})`);
  }
  return taken;
}
