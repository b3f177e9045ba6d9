import { type ReadonlySignal, signal } from '@preact/signals';
import { ApiProblem } from '../../api/problem';

export type Connection =
  | { readonly kind: 'joining' | 'online' }
  | {
      readonly kind: 'offline';
      /** When the server was last heard of, on this device's clock. */
      readonly sinceMs: number;
      /** There is a network, and nobody has signed in who may let in. */
      readonly refused?: 'unauthenticated' | 'forbidden';
    };

export type Link = {
  readonly connection: ReadonlySignal<Connection>;
  readonly isHeard: () => void;
  readonly isJoined: () => void;
  readonly isLost: (problem?: unknown) => void;
};

/** Whether scans are the server's, and since when they are not. */
export function openLink(nowMs: () => number, lastHeardMs: number | undefined): Link {
  const connection = signal<Connection>({ kind: 'joining' });
  let heardAtMs = lastHeardMs;
  return {
    connection,
    isHeard: () => {
      heardAtMs = nowMs();
    },
    isJoined: () => {
      connection.value = { kind: 'online' };
    },
    isLost: (problem) => {
      const before = connection.value;
      const sinceMs = before.kind === 'offline' ? before.sinceMs : (heardAtMs ?? nowMs());
      const refused = problem instanceof ApiProblem ? refusalOf(problem) : undefined;
      connection.value = { kind: 'offline', sinceMs, ...(refused === undefined ? {} : { refused }) };
    },
  };
}

const refusalOf = ({ code }: ApiProblem): 'unauthenticated' | 'forbidden' | undefined =>
  code === 'unauthenticated' || code === 'forbidden' ? code : undefined;
