import { randomFillSync } from 'node:crypto';
import type { TraceContext } from '../app/coreTypes';

const TRACE_PARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;
const POOL = Buffer.alloc(24 * 256);
let used = POOL.length;

/**
 * The trace of an invocation. It is its cause's `traceparent` unchanged, or a new sampled one, as the real host always
 * has one.
 *
 * Source: W3C Trace Context, version 00.
 */
export function toTraceContext(parent?: unknown, state?: unknown): TraceContext {
  const traceParent = typeof parent === 'string' && TRACE_PARENT.test(parent) ? parent : newTraceParent();
  return typeof state === 'string' && traceParent === parent
    ? { traceParent, traceState: state }
    : { traceParent };
}

function newTraceParent(): string {
  if (used + 24 > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  const hex = POOL.toString('hex', used, used + 24);
  used += 24;
  return `00-${hex.slice(0, 32)}-${hex.slice(32)}-01`;
}
