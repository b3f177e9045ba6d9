import { isPassingFault } from '../../shared/cosmos/cosmos';
import { Problem } from '../../shared/http/problem';
import { TooEarly } from '../../shared/messaging/eventHandler';
import { reasonOf } from '../../shared/telemetry/log';
import { Violation } from './violation';

/** What a handler may throw: it says no, it is too early, or something passes. Anything else is a defect. */
export const isExpected = (error: unknown): boolean =>
  error instanceof TooEarly || error instanceof Problem || isPassingFault(error);

export function defect(what: string, error: unknown): Violation {
  if (error instanceof Violation) return error;
  const stack = error instanceof Error ? error.stack : undefined;
  return new Violation('unexpected-error', what, `${what} threw ${reasonOf(error)}\n${stack ?? ''}`);
}
