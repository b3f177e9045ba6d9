import type { HttpMethod, HttpRequest } from '@azure/functions';
import type { z } from 'zod';
import type { Caller } from './auth';
import { etagIn, type Language, languageAsked } from './language';
import { generalProblem } from './problem';

/** What a request has to bring. */
export type RequestSpec<Query = unknown, Body = unknown> = {
  readonly method: HttpMethod;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** The longest body, in characters, where it may be longer than a command usually is. */
  readonly maxBodyLength?: number;
  /** The body is a file of one of these media types, and no JSON. */
  readonly file?: { readonly types: readonly string[]; readonly maxBytes: number };
  readonly idempotencyKey?: 'required' | 'honoured';
  readonly ifMatch?: 'required' | 'honoured';
  /** Texts of its answers that are translated are in the language of `Accept-Language`. */
  readonly isTranslated?: true;
};

/** A request with everything parsed that its endpoint asked for. */
export type IncomingRequest<Query, Body> = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** Its bytes. Empty where no file is asked for. */
  readonly file: Uint8Array;
  readonly caller: Caller;
  readonly route: string;
  readonly idempotencyKey: string | undefined;
  readonly ifMatch: string | undefined;
  /** Whether `If-None-Match` names this ETag, so that the caller has it already. */
  readonly hasAlready: (etag: string) => boolean;
  /** Whether `Accept` would rather have a table for a spreadsheet than JSON. */
  readonly wantsCsv: boolean;
  /** From `Prefer: wait=<seconds>`, at most 30 s. It is 0 when the caller does not want to wait. */
  readonly waitMs: number;
  /** In which it is answered. Undefined where every reader gets the same. */
  readonly language: Language | undefined;
};

/** The longest body, in characters, unless the call says otherwise. No command of a customer comes near it. */
const MAX_BODY_LENGTH = 64 * 1024;
const MAX_WAIT_SECONDS = 30;
/** No id is of dots alone, for in a URL those are folders. */
const ID = /^(?!\.+$)[\w.~:|@+-]{1,128}$/;

export async function readRequest(
  spec: RequestSpec,
  request: HttpRequest,
  caller: Caller,
): Promise<IncomingRequest<unknown, unknown>> {
  const { headers, params } = request;
  const ids = idsOf(params);
  if (ids === undefined) throw noSuchId();
  const query = Object.fromEntries(request.query);
  const language = spec.isTranslated && languageAsked(headers.get('accept-language'));
  return {
    params: ids,
    query: spec.query === undefined ? undefined : parse(spec.query, normalized(query)),
    body:
      spec.body === undefined
        ? undefined
        : parse(spec.body, normalized(await jsonBody(request, spec.maxBodyLength))),
    file: spec.file === undefined ? NO_FILE : await fileBody(request, spec.file),
    caller,
    route: `${spec.method} ${new URL(request.url).pathname}`,
    idempotencyKey: idempotencyKey(headers.get('idempotency-key'), spec.idempotencyKey === 'required'),
    ifMatch: ifMatch(headers.get('if-match'), spec.ifMatch === 'required'),
    hasAlready: (etag) =>
      ifNoneMatch(headers.get('if-none-match'), language === undefined ? etag : etagIn(etag, language)),
    wantsCsv: prefersCsv(headers.get('accept')),
    waitMs: waitMs(headers.get('prefer')),
    language,
  };
}

/** The parameters of a path, if each is an id. Undefined when one is none. */
export const idsOf = (params: Record<string, string>): Record<string, string> | undefined =>
  Object.values(params).every((value) => ID.test(value)) ? params : undefined;

export const noSuchId = () => generalProblem('not-found', 'There is nothing with such an id.');

/** Deeper than any body of this API. */
const MAX_DEPTH = 16;

/**
 * The same with every text in Unicode's NFC, names of members too. What looks the same is the same then, whichever
 * keyboard wrote it.
 */
function normalized(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) throw invalid([{ pointer: '', detail: 'The body is nested too deeply.' }]);
  if (Array.isArray(value)) return value.map((item) => normalized(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.normalize('NFC'), normalized(member, depth + 1)]),
  );
}

const NO_FILE = new Uint8Array();

async function fileBody(request: HttpRequest, { types, maxBytes }: NonNullable<RequestSpec['file']>) {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!types.includes(type))
    throw generalProblem('unsupported-media-type', `Send a file with a Content-Type of ${types.join(', ')}.`);
  const tooLarge = generalProblem('body-too-large', `Send at most ${maxBytes} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge;
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.length > maxBytes) throw tooLarge;
  return bytes;
}

async function jsonBody(request: HttpRequest, maxLength = MAX_BODY_LENGTH): Promise<unknown> {
  const tooLarge = generalProblem('body-too-large', `Send at most ${maxLength} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > maxLength) throw tooLarge;
  const text = await request.text();
  if (text.length > maxLength) throw tooLarge;
  if (text === '') return {};
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type)) {
    throw generalProblem(
      'unsupported-media-type',
      'Send JSON with the header "Content-Type: application/json".',
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw invalid([{ pointer: '', detail: 'The body is not JSON.' }]);
  }
}

const invalid = (errors: readonly { pointer: string; detail: string }[]) =>
  generalProblem('invalid-request', errors.map((e) => `${e.pointer || 'body'}: ${e.detail}`).join(' '), {
    errors,
  });

/** A refusal of one member of the body, for what no schema can say. `pointer` is a JSON pointer (RFC 6901). */
export const invalidMember = (pointer: string, detail: string) => invalid([{ pointer, detail }]);

const MAX_ERRORS_TOLD = 20;

function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalid(result.error.issues.slice(0, MAX_ERRORS_TOLD).flatMap(membersAtFault));
}

function membersAtFault(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: 'This member is not known. Leave it out.',
    }));
  }
  if (issue.code === 'invalid_union') {
    // What was meant is the alternative with the fewest faults, unless it is of another type altogether.
    const meant = issue.errors
      .filter((faults) => !faults.some(({ code, path }) => code === 'invalid_type' && path.length === 0))
      .toSorted((a, b) => a.length - b.length)[0];
    const faults = meant?.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] }));
    if (faults !== undefined) return faults.flatMap(membersAtFault);
  }
  return [{ pointer: pointerTo(issue.path), detail: issue.message }];
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

function idempotencyKey(header: string | null, required: boolean): string | undefined {
  if (header === null || header === '') {
    if (!required) return undefined;
    throw generalProblem(
      'idempotency-key-required',
      'Send the header "Idempotency-Key" with a new random value for each new request, and the same value when you repeat one.',
    );
  }
  if (!/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw invalidMember('/Idempotency-Key', 'Send 1 to 255 printable ASCII characters without spaces.');
  }
  return header;
}

function ifMatch(header: string | null, required: boolean): string | undefined {
  if (header === null && required) {
    throw generalProblem('precondition-required', 'Send "If-Match" with the ETag you got when you read it.');
  }
  return header ?? undefined;
}

/** Source: RFC 9110, section 13.1.2: a list, compared weakly, or `*`. */
function ifNoneMatch(header: string | null, etag: string): boolean {
  const known = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** Source: RFC 9110, section 12.5.1. Only who names it gets it, and not who would rather have JSON. */
function prefersCsv(header: string | null): boolean {
  const weightOf = (type: string): number => {
    const named = (header ?? '').split(',').find((one) => one.split(';')[0]?.trim().toLowerCase() === type);
    return named === undefined ? 0 : Number(/;\s*q=([\d.]+)/i.exec(named)?.[1] ?? 1);
  };
  return weightOf('text/csv') > 0 && weightOf('text/csv') >= weightOf('application/json');
}

/** Source: RFC 7240, section 4.3. */
function waitMs(prefer: string | null): number {
  const seconds = Number(/(?:^|[,;\s])wait\s*=\s*"?(\d{1,6})/i.exec(prefer ?? '')?.[1] ?? 0);
  return Math.min(seconds, MAX_WAIT_SECONDS) * 1000;
}
