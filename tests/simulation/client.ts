import { isPassingFault } from '../../shared/cosmos/cosmos';
import type { Answer as EndpointAnswer } from '../../shared/http/answer';
import type { Endpoint } from '../../shared/http/endpoint';
import { Problem } from '../../shared/http/problem';
import { faultInAnswer } from './answers';
import type { Host } from './host';
import { OUTSIDE } from './scheduler';
import { defect } from './task';
import type { World } from './world';

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked at as a stranger's client would, without our types.
export type Body = any;
type Answer = { readonly status: number; readonly code: string; readonly body: Body };
/** `atMs`: when it came; of two clicks the first answer may be judged long after. */
export type Reply = Answer & { readonly atMs: number };

export type Customer = { readonly customerId: string; readonly email?: string; readonly name: string };

export type Call = {
  readonly context: 'musical' | 'reservation' | 'admission' | 'lending' | 'membership';
  readonly endpoint: Endpoint<never>;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly customer: Customer;
  readonly isAdmin?: boolean;
};

const NO_ANSWER_MS = 1_000;
const MAX_PATIENCE_MS = 2_000;
const TRIES = 6;

/** How customers reach the hosts: requests and replies may be lost, hosts may die, and then they send the same again. */
export class Client {
  constructor(private readonly world: World) {}

  /** Sends until there is an answer that says something; undefined when the customer gives up. */
  async call(call: Call): Promise<Reply | undefined> {
    const { scheduler, random } = this.world;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const reply = await this.once(call);
      if (reply !== undefined && reply.status !== 503) return reply;
      await scheduler.sleep(OUTSIDE, 1 + random.int(MAX_PATIENCE_MS));
    }
    return undefined;
  }

  /** As `call`; an impatient customer clicks twice. */
  async click(call: Call): Promise<Reply | undefined> {
    if (!this.world.faults.hits('doubleClick')) return this.call(call);
    const [first, second] = await Promise.all([this.call(call), this.call(call)]);
    return first ?? second;
  }

  private once(call: Call): Promise<Reply | undefined> {
    const { hosts, faults, scheduler } = this.world;
    const host = hosts.anyUp();
    if (host === undefined || faults.hits('requestLost')) {
      return scheduler.sleep(OUTSIDE, NO_ANSWER_MS).then(() => undefined);
    }
    return new Promise((resolve) => {
      const isLost = faults.hits('replyLost');
      const what = `${host.name} ${call.endpoint.spec.method} ${pathOf(call)} of ${call.customer.customerId}`;
      const work = async () => {
        await scheduler.call(host, what, () => undefined);
        const reply = await answer(host, call, what);
        await scheduler.call(
          host,
          `${what} ${reply.status} ${reply.code}${isLost ? ' reply lost' : ''}`,
          () => undefined,
        );
        resolve(isLost ? undefined : { ...reply, atMs: scheduler.nowMs });
      };
      hosts.start(host, work, () => resolve(undefined));
    });
  }
}

const pathOf = ({ endpoint, params = {} }: Call): string =>
  endpoint.spec.route.replaceAll(/\{(\w+)\}/g, (_all, name: string) => params[name] ?? '');

/** What the HTTP edge does: parse by the endpoint's schema, call it, and every refusal as a problem. */
async function answer(host: Host, call: Call, what: string): Promise<Answer> {
  const { endpoint, params = {}, query = {}, body, key, customer, isAdmin = false } = call;
  try {
    const request = {
      params,
      query: endpoint.spec.query?.parse(query),
      body: endpoint.spec.body?.parse(body ?? {}),
      caller: { ...customer, isAdmin },
      route: `${endpoint.spec.method} /api/${pathOf(call)}`,
      idempotencyKey: key,
      ifMatch: undefined,
      hasAlready: () => false,
      waitMs: 0,
    };
    const reply = await endpoint.handle(host.deps[call.context] as never, request as never);
    checkAnswer(call, what, reply);
    return { status: reply.status, code: '', body: reply.body };
  } catch (error) {
    if (error instanceof Problem) {
      const { definition, code } = error;
      checkAnswer(call, what, { status: definition.status, body: { code } });
      return { status: definition.status, code, body: error.extensions };
    }
    if (isPassingFault(error)) return { status: 503, code: 'unavailable', body: undefined };
    throw defect(what, error);
  }
}

/** An answer reaches the client as JSON. */
function checkAnswer({ endpoint }: Call, what: string, { status, body, text }: EndpointAnswer): void {
  const shared = typeof text === 'object' ? text.json : text;
  const sent = shared ?? (body === undefined ? undefined : JSON.stringify(body));
  const fault = faultInAnswer(endpoint.spec, {
    status,
    body: sent === undefined ? undefined : JSON.parse(sent),
  });
  if (fault !== undefined) throw defect(what, new Error(fault));
}
