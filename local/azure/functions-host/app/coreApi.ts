import Module from 'node:module';
import type {
  FunctionCallback,
  FunctionMetadata,
  HookCallback,
  HookName,
  LogCategory,
  LogLevel,
  ProgrammingModel,
} from './coreTypes';

const HOST_VERSION = '4.1040.0';
const WORKER_VERSION = '3.10.0';
const CORE_MODULE = '@azure/functions-core';

export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
}

/** What an app has told the host while it was loaded. */
export interface Registry {
  readonly functions: ReadonlyMap<string, RegisteredFunction>;
  readonly hooks: ReadonlyMap<HookName, readonly HookCallback[]>;
  /** Undefined when the app never loaded `@azure/functions`. */
  model(): ProgrammingModel | undefined;
  /** From now on registering a function throws, as in the real worker. */
  close(): void;
}

/** Source: azure-functions-nodejs-worker, src/Disposable.ts. */
class Disposable {
  #onDispose: (() => unknown) | undefined;
  constructor(onDispose: () => unknown) {
    this.#onDispose = onDispose;
  }
  static from(...parts: { dispose: () => unknown }[]): Disposable {
    return new Disposable(() => {
      for (const part of parts) part.dispose();
    });
  }
  dispose(): unknown {
    const run = this.#onDispose;
    this.#onDispose = undefined;
    return run?.();
  }
}

const HOOK_NAMES: readonly HookName[] = [
  'appStart',
  'appTerminate',
  'preInvocation',
  'postInvocation',
  'log',
];

/**
 * Makes `require('@azure/functions-core')` answer in this process, as the real worker does by the same means.
 * The library asks for it when the app registers its first function. One app a process.
 *
 * Source: azure-functions-nodejs-worker, src/setupCoreModule.ts.
 */
export function installCoreApi(
  log: (level: LogLevel, category: LogCategory, message: string) => void,
): Registry {
  const functions = new Map<string, RegisteredFunction>();
  const hooks = new Map<HookName, HookCallback[]>(HOOK_NAMES.map((name) => [name, []]));
  let model: ProgrammingModel | undefined;
  let closed = false;

  const core = {
    version: WORKER_VERSION,
    hostVersion: HOST_VERSION,
    log,
    setProgrammingModel: (next: ProgrammingModel) => {
      model = next;
    },
    getProgrammingModel: () => model,
    registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback) => {
      if (closed) throw new Error('A function can only be registered during app startup.');
      refuseTwice(metadata.name, functions.keys());
      functions.set(metadata.name, { metadata, callback });
      return new Disposable(() => functions.delete(metadata.name));
    },
    registerHook: (name: HookName, callback: HookCallback) => {
      const callbacks = hooks.get(name);
      if (!callbacks) throw new RangeError(`Unrecognized hook "${name}"`);
      callbacks.push(callback);
      return new Disposable(() =>
        hooks.set(
          name,
          (hooks.get(name) ?? []).filter((c) => c !== callback),
        ),
      );
    },
    Disposable,
  };
  provideModule(CORE_MODULE, core);
  return {
    functions,
    hooks,
    model: () => model,
    close: () => {
      closed = true;
    },
  };
}

/** Source: azure-functions-nodejs-worker; Azure's own store of functions does not tell names apart by case. */
function refuseTwice(name: string, known: Iterable<string>): void {
  for (const other of known) {
    if (other.toLowerCase() !== name.toLowerCase()) continue;
    throw new Error(`A function named "${other}" is registered already; give "${name}" a name of its own.`);
  }
}

function provideModule(name: string, exports: unknown): void {
  const loader = Module as unknown as { _load: (request: string, ...rest: unknown[]) => unknown };
  const load = loader._load;
  loader._load = function (this: unknown, request: string, ...rest: unknown[]) {
    return request === name ? exports : load.call(this, request, ...rest);
  };
}
