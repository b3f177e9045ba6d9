import { randomUUID } from 'node:crypto';
import type { Registry } from '../app/coreApi';
import type {
  CoreInvocationContext,
  HookName,
  InvocationRequest,
  InvocationResponse,
  LogLevel,
  ParameterBinding,
  RetryContext,
  TraceContext,
  TypedData,
} from '../app/coreTypes';
import type { HostedFunction } from '../app/hostedFunction';
import type { Logger } from '../app/logger';
import { formatTimeSpan } from '../app/timeSpan';
import type { BindingData } from './bindingExpression';
import type { ExecutionLog } from './executionLog';
import { withTimeout } from './withTimeout';

/** One run of a function, as its trigger describes it. */
export interface Invocation {
  readonly id?: string;
  readonly input: TypedData;
  readonly triggerMetadata?: Readonly<Record<string, TypedData>>;
  readonly traceContext: TraceContext;
  readonly retryContext?: RetryContext | undefined;
  /** Printed in `Executing 'Functions.x' (Reason='…')`. */
  readonly reason: string;
  /** A second line under it, `Trigger Details: …`. */
  readonly details?: string;
  /** What `{name}` in the function's other bindings may refer to. It is made only if it has such bindings. */
  readonly bindingData?: () => BindingData;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly response: InvocationResponse;
      /** Whether the handler returned anything but null or undefined. */
      readonly returned: boolean;
    }
  | { readonly ok: false; readonly error: unknown };

/** What the function's input and output bindings do around it. */
export interface Bindings {
  read(fn: HostedFunction, data: BindingData): Promise<readonly ParameterBinding[]>;
  write(
    fn: HostedFunction,
    response: InvocationResponse,
    data: BindingData,
    traceParent: string,
  ): Promise<void>;
}

export interface InvokerOptions {
  readonly registry: Registry;
  readonly logger: Logger;
  readonly executions: ExecutionLog;
  readonly bindings: Bindings;
  readonly appHookData: Record<string, unknown>;
  readonly functionTimeoutMs: number | undefined;
}

export type Invoke = (fn: HostedFunction, invocation: Invocation) => Promise<Outcome>;

/**
 * Runs functions through the library's own programming model: arguments, preInvocation hooks, handler, postInvocation
 * hooks, response, and then the output bindings. It never throws. A failure is an outcome, logged as the real host
 * logs it.
 *
 * Source: azure-functions-nodejs-worker, src/eventHandlers/InvocationHandler.ts.
 */
export function createInvoker(options: InvokerOptions): Invoke {
  const { executions } = options;
  return async (fn, invocation) => {
    const id = invocation.id ?? randomUUID();
    const finish = executions.begin(fn.name, id, invocation.reason, invocation.details);
    try {
      const { response, returned } = await withTimeout(
        run(options, fn, id, invocation),
        options.functionTimeoutMs,
        (ms) =>
          `Timeout value of ${formatTimeSpan(ms)} was exceeded by function: Functions.${fn.name} (Id: '${id}').`,
      );
      finish(undefined);
      return { ok: true, response, returned };
    } catch (error) {
      finish({ error });
      return { ok: false, error };
    }
  };
}

interface Completed {
  readonly response: InvocationResponse;
  readonly returned: boolean;
}

async function run(
  options: InvokerOptions,
  fn: HostedFunction,
  id: string,
  invocation: Invocation,
): Promise<Completed> {
  const trigger = { name: fn.trigger.name, data: invocation.input };
  const writes = fn.outputs.some((output) => output.type !== 'http');
  const data = fn.inputs.length > 0 || writes ? (invocation.bindingData?.() ?? {}) : {};
  const inputData = fn.inputs.length > 0 ? [trigger, ...(await options.bindings.read(fn, data))] : [trigger];
  const completed = await runInModel(options, fn, {
    invocationId: id,
    functionId: fn.name,
    inputData,
    triggerMetadata: invocation.triggerMetadata ?? {},
    traceContext: invocation.traceContext,
    retryContext: invocation.retryContext,
  });
  if (writes) {
    await options.bindings.write(fn, completed.response, data, invocation.traceContext.traceParent);
  }
  return completed;
}

async function runInModel(
  { registry, logger, appHookData }: InvokerOptions,
  fn: HostedFunction,
  request: InvocationRequest,
): Promise<Completed> {
  const model = registry.model();
  if (!model) throw new Error('The app has not loaded @azure/functions.');
  let invocationContext: unknown;
  const core: CoreInvocationContext = {
    invocationId: request.invocationId,
    request,
    metadata: fn.metadata,
    state: undefined,
    log: (level, category, message) => {
      const line = { level, message, category, invocationContext, hookData: {}, appHookData };
      for (const hook of registry.hooks.get('log') ?? []) hook(line);
      if (line.level !== 'none') write(logger, fn.name, line.level, category, line.message);
    },
  };
  const invocation = model.getInvocationModel(core);
  const { context, inputs } = await invocation.getArguments();
  invocationContext = context;

  const hookData = {};
  const before = { hookData, appHookData, invocationContext: context, inputs, functionCallback: fn.callback };
  core.state = 'preInvocationHooks';
  await runHooks(registry, 'preInvocation', before);

  const after = {
    hookData,
    appHookData,
    invocationContext: context,
    inputs: before.inputs,
    result: null as unknown,
    error: null as unknown,
  };
  core.state = 'invocation';
  try {
    after.result = await invocation.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (error) {
    after.error = error ?? new Error('Unknown error');
  }
  core.state = 'postInvocationHooks';
  await runHooks(registry, 'postInvocation', after);
  core.state = undefined;
  if (after.error !== null && after.error !== undefined) throw after.error;
  return {
    response: await invocation.getResponse(context, after.result),
    returned: after.result !== null && after.result !== undefined,
  };
}

function write(logger: Logger, name: string, level: LogLevel, category: string, message: string): void {
  if (category === 'user') logger.app(level, name, message);
  else logger.host(level, message, `Function.${name}`);
}

/**
 * Runs the app's hooks of one kind in the order they were registered. One that throws stops the rest and the caller.
 */
export async function runHooks(
  registry: Registry,
  name: HookName,
  context: Record<string, unknown>,
): Promise<void> {
  const hooks = registry.hooks.get(name) ?? [];
  for (const hook of hooks) await hook(context);
}
