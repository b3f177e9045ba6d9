/**
 * The shapes `@azure/functions` expects of the module `@azure/functions-core`, which exists only inside a host.
 *
 * Source: azure-functions-nodejs-worker, types-core/index.d.ts; only what the library reads is kept.
 */

export type LogLevel = 'trace' | 'debug' | 'information' | 'warning' | 'error' | 'critical' | 'none';
export type LogCategory = 'user' | 'system' | 'customMetric';

export interface TypedData {
  readonly string?: string | null;
  readonly json?: string | null;
  readonly bytes?: Uint8Array | null;
  readonly stream?: Uint8Array | null;
  readonly http?: RpcHttpData | null;
  readonly int?: number | null;
  readonly double?: number | null;
  readonly collectionString?: { readonly string: readonly string[] };
  readonly collectionBytes?: { readonly bytes: readonly Uint8Array[] };
}

export interface Nullable<T> {
  readonly value?: T | null;
}

export interface RpcCookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: Nullable<string> | undefined;
  readonly path?: Nullable<string> | undefined;
  readonly expires?: Nullable<{ readonly seconds?: number | null }> | undefined;
  readonly secure?: Nullable<boolean> | undefined;
  readonly httpOnly?: Nullable<boolean> | undefined;
  readonly sameSite?: 'none' | 'lax' | 'strict' | 'explicitNone' | undefined;
  readonly maxAge?: Nullable<number> | undefined;
}

export interface RpcHttpData {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly params?: Readonly<Record<string, string>>;
  readonly body?: TypedData | null | undefined;
  readonly statusCode?: string;
  readonly cookies?: readonly RpcCookie[];
  readonly enableContentNegotiation?: boolean;
}

export interface BindingInfo extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly direction?: 'in' | 'out' | 'inout';
}

/** Whole seconds, as the library rounds them. */
export interface RpcDuration {
  readonly seconds?: number;
}

export interface RpcRetryOptions {
  readonly maxRetryCount: number;
  readonly retryStrategy: 'fixedDelay' | 'exponentialBackoff';
  readonly delayInterval?: RpcDuration | undefined;
  readonly minimumInterval?: RpcDuration | undefined;
  readonly maximumInterval?: RpcDuration | undefined;
}

export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, BindingInfo>>;
  readonly retryOptions?: RpcRetryOptions | undefined;
}

export interface ParameterBinding {
  readonly name: string;
  readonly data: TypedData;
}

export interface TraceContext {
  readonly traceParent: string;
  readonly traceState?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface RetryContext {
  readonly retryCount: number;
  readonly maxRetryCount: number;
  readonly exception?: { readonly source: string; readonly message: string; readonly stackTrace: string };
}

export interface InvocationRequest {
  readonly invocationId: string;
  readonly functionId: string;
  readonly inputData: readonly ParameterBinding[];
  readonly triggerMetadata: Readonly<Record<string, TypedData>>;
  readonly traceContext: TraceContext;
  readonly retryContext?: RetryContext | undefined;
}

export interface InvocationResponse {
  readonly invocationId?: string;
  readonly outputData?: readonly ParameterBinding[];
  readonly returnValue?: TypedData | null;
}

export type FunctionCallback = (...args: unknown[]) => unknown;
export type InvocationState = 'preInvocationHooks' | 'invocation' | 'postInvocationHooks';

export interface CoreInvocationContext {
  readonly invocationId: string;
  readonly request: InvocationRequest;
  readonly metadata: FunctionMetadata;
  state?: InvocationState | undefined;
  log(level: LogLevel, category: LogCategory, message: string): void;
}

export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>;
}

export interface ProgrammingModel {
  readonly name: string;
  readonly version: string;
  getInvocationModel(context: CoreInvocationContext): InvocationModel;
  getCapabilities?(capabilities: Record<string, string>): Promise<Record<string, string>>;
}

export type HookName = 'appStart' | 'appTerminate' | 'preInvocation' | 'postInvocation' | 'log';
export type HookCallback = (context: Record<string, unknown>) => unknown;
