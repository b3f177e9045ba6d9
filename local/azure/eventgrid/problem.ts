/** A refusal in the shape the Event Grid data plane gives it, which the SDK turns into a RestError. */
export type Refusal = {
  readonly status: 400 | 401 | 404 | 413 | 415 | 500;
  readonly code: string;
  readonly message: string;
};

export const badRequest = (message: string): Refusal => ({ status: 400, code: 'BadRequest', message });

export const REFUSALS = {
  unauthorized: {
    status: 401,
    code: 'Unauthorized',
    message:
      'Request must contain one of the following authorization signature: aeg-sas-token, aeg-sas-key or Authorization.',
  },
  notFound: { status: 404, code: 'NotFound', message: 'There is only POST /api/events.' },
  // Source: Event Grid quotas: 1 MB for an event, and for the array that is posted.
  tooLarge: {
    status: 413,
    code: 'RequestEntityTooLarge',
    message: 'The maximum size (1048576) has been exceeded.',
  },
  mediaType: {
    status: 415,
    code: 'UnsupportedMediaType',
    message: 'The topic takes application/cloudevents+json and application/cloudevents-batch+json.',
  },
} as const satisfies Record<string, Refusal>;

export const refusalBody = ({ code, message }: Refusal): object => ({
  error: { code, message, details: [{ code, message }] },
});
