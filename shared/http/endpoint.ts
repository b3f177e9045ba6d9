import type { z } from 'zod';
import type { AccessSpec } from './access';
import type { Answer } from './answer';
import type { IncomingRequest, RequestSpec } from './request';

type AnswerSpec = {
  readonly description: string;
  readonly body?: z.ZodType;
  /** Also as a table for a spreadsheet, to who accepts `text/csv`. */
  readonly csv?: true;
  /** A file of one of these media types. */
  readonly files?: readonly string[];
};

/** What one HTTP call takes and answers. The OpenAPI document is generated from these. */
export type EndpointSpec<Query = unknown, Body = unknown> = AccessSpec &
  RequestSpec<Query, Body> & {
    /** Below `/api/`, with `{parameters}`. */
    readonly route: string;
    readonly summary: string;
    /** Status → what it means and the shape of its body. */
    readonly answers: Readonly<Record<number, AnswerSpec>>;
    /** Members of the body and the query that the audit keeps. None of them may name a person. */
    readonly audited?: readonly string[];
    /** Codes of functions/problems.ts beyond those every call of its kind may answer. */
    readonly problems?: readonly string[];
  };

export type Endpoint<Deps> = {
  readonly spec: EndpointSpec;
  readonly handle: (deps: Deps, request: IncomingRequest<never, never>) => Promise<Answer>;
};

/** Joins what a call is with what it does. The request arrives parsed by the spec's schemas. */
export const endpoint = <Deps, Query = undefined, Body = undefined>(
  spec: EndpointSpec<Query, Body>,
  handle: (deps: Deps, request: IncomingRequest<Query, Body>) => Promise<Answer>,
): Endpoint<Deps> => ({ spec, handle: handle as Endpoint<Deps>['handle'] }) as Endpoint<Deps>;
