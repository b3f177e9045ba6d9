import { type Environment, portOf } from '../settings';

/** Where everything is on this machine. */
export function urlsOf(env: Environment) {
  const url = (service: Parameters<typeof portOf>[0]) => `http://127.0.0.1:${portOf(service, env)}`;
  return {
    web: url('gateway'),
    api: `${url('gateway')}/api`,
    docs: `${url('gateway')}/docs/`,
    mail: url('mail'),
    payment: url('payment'),
    identity: url('identity'),
    traces: url('traces'),
    cosmos: url('cosmos'),
    eventgrid: url('eventgrid'),
    servicebus: `127.0.0.1:${portOf('servicebus', env)}`,
    functions: url('functions'),
  };
}

export type SystemUrls = ReturnType<typeof urlsOf>;
