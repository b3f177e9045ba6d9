import { HTTPException } from 'hono/http-exception';

/** A refusal as OAuth 2.0 words it. Source: RFC 6749, sections 4.1.2.1 and 5.2 */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unsupported_grant_type'
  | 'unsupported_response_type'
  | 'invalid_scope'
  | 'login_required'
  | 'request_not_supported';

export class OAuthError extends HTTPException {
  constructor(
    readonly code: OAuthErrorCode,
    description: string,
  ) {
    super(code === 'invalid_client' ? 401 : 400, { message: description });
  }
}
