import type { DemoTokens } from './tokens';
import type { SystemUrls } from './urls';

/** What a person sees when everything is up: addresses, tokens and the lines to try. */
export function welcomeText(urls: SystemUrls, tokens: DemoTokens): string {
  return `
Marquee is up.

  Web            ${urls.web}/
  API            ${urls.api}
  API reader     ${urls.docs}
  Mail           ${urls.mail}/
  Payments       ${urls.payment}/v1/sandbox/payments
  Identity       ${urls.identity}/.well-known/openid-configuration

Tokens, valid for 30 days (paste them into the shell):

  export API=${urls.api} PAYMENT=${urls.payment}
  export MINA=${tokens.customer}
  export JAMIE=${tokens.otherCustomer}
  export ADMIN=${tokens.admin}

To try:

${tryLines().join('\n')}

Ctrl-C ends it; what happened stays. \`npm run roll\` replaces the Functions hosts under load.
`;
}

function tryLines(): readonly string[] {
  return [
    '  curl -s $API/musicals',
    '  curl -s $API/mypage -H "Authorization: Bearer $MINA"',
    '  curl -s $PAYMENT/v1/sandbox/payments',
  ];
}
