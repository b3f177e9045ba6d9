import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_DATA_DIR } from '../standIn';
import { installCoreApi, type Registry } from './app/coreApi';
import { NO_FUNCTIONS, printFunctionTable } from './app/functionTable';
import { type HostConfig, readHostConfig } from './app/hostConfig';
import type { HostedFunction } from './app/hostedFunction';
import { loadApp } from './app/loadApp';
import { createLogger, type Logger } from './app/logger';
import { mergeSettings, readLocalSettings, type Settings } from './app/readSettings';
import { selectFunctions } from './app/selectFunctions';
import { createBindings } from './bindings/bindings';
import { type Clients, createClients } from './bindings/clients';
import { createAdminRoutes } from './http/adminRoutes';
import { createCors } from './http/cors';
import { type Handler, type HttpServer, startHttpServer } from './http/httpServer';
import { createHttpTrigger, routeOf } from './http/httpTrigger';
import { DEFAULT_BODY_LIMIT } from './http/readBody';
import { createRouter } from './http/router';
import { emptyResponse, writeResponse } from './http/writeResponse';
import { type Clock, systemClock } from './invocation/clock';
import { createExecutionLog, type ExecutionLog } from './invocation/executionLog';
import { createInvoker, type Invoke, runHooks } from './invocation/invoke';
import { type LeaseTimes, LOCAL_LEASES } from './triggers/cosmosDBOptions';
import { createEventGridWebhook } from './triggers/eventGrid';
import { startTrigger } from './triggers/startTrigger';
import type { Listener, TriggerServices } from './triggers/trigger';

export interface HostOptions {
  /** Folder with host.json and package.json. */
  readonly app: string;
  /** 0 for any free port. By default `Host.LocalHttpPort` of local.settings.json, else 7071. */
  readonly port?: number | undefined;
  /** Win over the environment and local.settings.json. */
  readonly settings?: Settings;
  /** Timers keep their state in `<dataDir>/functions-host/`. By default it is `.azure-stand-ins`. */
  readonly dataDir?: string;
  /** Only warnings, errors and the app's own lines. */
  readonly quiet?: boolean;
  readonly clock?: Clock;
  /** How long a Cosmos DB trigger that does not say so itself holds its leases. `LOCAL_LEASES` by default. */
  readonly leases?: LeaseTimes;
}

export interface Host {
  readonly port: number;
  /** Names of the functions that run. */
  readonly functions: readonly string[];
  /** Stops listeners, waits some seconds for what runs, gives back leases and locks, runs appTerminate hooks. */
  close(): Promise<void>;
}

const DEFAULT_PORT = 7071;
/** How long a stop waits for running functions. Supervisors commonly kill after 10 s. */
const DRAIN_MS = 8_000;
const CLIENTS_CLOSE_MS = 1_000;

/**
 * Runs a v4-model app folder, with `@azure/functions` untouched. There is one host a process, since module loading and
 * settings are the process's own.
 *
 * @throws StartupError when the app cannot be loaded or the port is taken.
 */
export async function startHost(options: HostOptions): Promise<Host> {
  const startedAt = Date.now();
  const app = path.resolve(options.app);
  const local = readLocalSettings(app);
  const settings = mergeSettings(local, process.env, options.settings ?? {});
  const config = readHostConfig(app, settings);
  const quiet = options.quiet ?? false;
  const logger = createLogger({ quiet, levels: config.logLevels });
  let handlers: readonly Handler[] = [unavailable];
  const { customHeaders } = config.http;
  const port = options.port ?? local.port ?? DEFAULT_PORT;
  const server = await startHttpServer(port, customHeaders, () => handlers);
  try {
    exportSettings(settings, server.port);
    const loaded = await loadFunctions(app, settings, config, logger);
    const { registry, functions, appHookData } = loaded;
    const executions = createExecutionLog(logger);
    const clients = createClients(settings);
    const bindings = createBindings(clients);
    const { functionTimeoutMs } = config;
    const invoke = createInvoker({ registry, logger, executions, bindings, appHookData, functionTimeoutMs });

    const clock = options.clock ?? systemClock;
    const leases = options.leases ?? LOCAL_LEASES;
    const services: TriggerServices = { invoke, logger, clock, config, clients, leases };
    const listeners = await startListeners(
      functions,
      services,
      stateDir(options.dataDir ?? DEFAULT_DATA_DIR, app, settings),
    );
    handlers = [
      createCors(local.cors),
      createFunctionRoutes(functions, invoke, config, loaded.httpUri, settings),
      createEventGridWebhook(
        functions.filter((fn) => fn.triggerType === 'eventgridtrigger'),
        invoke,
      ),
      createAdminRoutes({ functions, executions, invoke, startedAt }),
    ];
    announce(functions, server.port, config, logger);
    return {
      port: server.port,
      functions: functions.map((fn) => fn.name),
      close: () => stop({ server, listeners, executions, clients, registry, appHookData, logger }),
    };
  } catch (error) {
    logger.flush();
    await server.close(0);
    throw error;
  }
}

interface RunningHost {
  readonly server: HttpServer;
  readonly listeners: readonly Listener[];
  readonly executions: ExecutionLog;
  readonly clients: Clients;
  readonly registry: Registry;
  readonly appHookData: Record<string, unknown>;
  readonly logger: Logger;
}

async function stop(host: RunningHost): Promise<void> {
  const { server, listeners, executions, clients, registry, appHookData, logger } = host;
  const ended = [
    server.close(DRAIN_MS),
    executions.idle(DRAIN_MS),
    ...listeners.map((listener) => listener.stop()),
  ];
  await Promise.race([Promise.allSettled(ended), pause(DRAIN_MS)]);
  // A client whose server has gone may wait for it without end.
  await Promise.race([clients.close().catch(() => undefined), pause(CLIENTS_CLOSE_MS)]);
  await terminate(registry, appHookData, logger);
  logger.flush();
}

const unavailable: Handler = ({ req, res }, method) => {
  req.resume();
  writeResponse(res, method, emptyResponse(503));
  return true;
};

/** Core Tools sets the same for the app's process. */
function exportSettings(settings: Settings, port: number): void {
  const own = {
    AZURE_FUNCTIONS_ENVIRONMENT: 'Development',
    FUNCTIONS_WORKER_RUNTIME: 'node',
    WEBSITE_HOSTNAME: `localhost:${port}`,
  };
  Object.assign(
    process.env,
    own,
    Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
  );
}

interface LoadedApp {
  readonly registry: Registry;
  readonly functions: readonly HostedFunction[];
  readonly appHookData: Record<string, unknown>;
  /** Where the library serves streams, if the app has asked for it. */
  readonly httpUri: string | undefined;
}

async function loadFunctions(
  app: string,
  settings: Settings,
  config: HostConfig,
  logger: Logger,
): Promise<LoadedApp> {
  const registry = installCoreApi((level, _category, message) => logger.host(level, message, 'Host.Worker'));
  const files = await loadApp(app);
  logger.host('debug', `Loaded ${files.join(', ')}.`);
  const appHookData = {};
  await runHooks(registry, 'appStart', { hookData: {}, appHookData, functionAppDirectory: app });
  registry.close();
  const capabilities = (await registry.model()?.getCapabilities?.({})) ?? {};
  const functions = selectFunctions(registry.functions.values(), settings, config, logger);
  return { registry, functions, appHookData, httpUri: capabilities.HttpUri };
}

async function startListeners(
  functions: readonly HostedFunction[],
  services: TriggerServices,
  folder: string,
): Promise<readonly Listener[]> {
  const started = functions.map(async (fn) => {
    try {
      return await startTrigger(fn, services, folder);
    } catch (error) {
      const { message } = error as Error;
      const text = `The listener for function 'Functions.${fn.name}' was unable to start. ${message}`;
      services.logger.host('error', text);
      return undefined;
    }
  });
  return (await Promise.all(started)).filter((listener) => listener !== undefined);
}

/** Timers of all hosts of one app meet here. `AzureFunctionsWebHost__hostid` tells apart apps that share a folder. */
function stateDir(dataDir: string, app: string, settings: Settings): string {
  const id =
    settings.AzureFunctionsWebHost__hostid ?? createHash('sha256').update(app).digest('hex').slice(0, 12);
  return path.resolve(dataDir, 'functions-host', id);
}

function createFunctionRoutes(
  functions: readonly HostedFunction[],
  invoke: Invoke,
  config: HostConfig,
  httpUri: string | undefined,
  settings: Settings,
): Handler {
  const http = functions.filter((fn) => fn.triggerType === 'httptrigger');
  const route = createRouter(http.map((fn) => routeOf(fn, config.http.routePrefix)));
  const bodyLimit = Number(settings.FUNCTIONS_REQUEST_BODY_SIZE_LIMIT ?? DEFAULT_BODY_LIMIT);
  const answer = createHttpTrigger({ invoke, config: config.http, bodyLimit, httpUri });
  return (call, method, pathname) => {
    const match = route(method, pathname);
    if (!match) return false;
    Promise.resolve(answer(call, match)).catch(() => writeResponse(call.res, method, emptyResponse(500)));
    return true;
  };
}

function announce(
  functions: readonly HostedFunction[],
  port: number,
  config: HostConfig,
  logger: Logger,
): void {
  if (functions.length === 0) logger.host('warning', NO_FUNCTIONS);
  else logger.plain(printFunctionTable(functions, port, config.http.routePrefix));
  logger.host('information', `Host started on port ${port}.`);
  logger.flush();
}

async function terminate(
  registry: Registry,
  appHookData: Record<string, unknown>,
  logger: Logger,
): Promise<void> {
  try {
    await runHooks(registry, 'appTerminate', { hookData: {}, appHookData });
  } catch (error) {
    logger.host('error', `An appTerminate hook threw: ${(error as Error).message}`);
  }
}
