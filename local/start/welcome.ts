import type { DemoTokens } from './tokens';
import type { SystemUrls } from './urls';

/** What a person sees when everything is up: addresses, tokens and the lines to try. */
export function welcomeText(urls: SystemUrls, tokens: DemoTokens): string {
  return `
Marquee is up.

  Web            ${urls.web}/
  API reader     ${urls.docs}
  Mail           ${urls.mail}/
  Traces         ${urls.traces}/
  Payments       ${urls.payment}/v1/sandbox/payments
  API            ${urls.api}

To try it, paste this into another shell (tokens are valid for 30 days):

  export API=${urls.api} PAYMENT=${urls.payment}
  export MINA=${tokens.customer}
  export JAMIE=${tokens.otherCustomer}
  export ADMIN=${tokens.admin}

${TRY_LINES.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}

README.md goes on from there to the refund. Ctrl-C ends it all; what happened stays in .marquee/.
`;
}

const TRY_LINES = [
  'pick() { grep -o "\\"$1\\":\\"[^\\"]*\\"" | head -1 | cut -d\\" -f4; }',
  'MUSICAL=$(curl -s "$API/musicals?query=Lamplighter" | pick musicalId)',
  'PERFORMANCE=$(curl -s "$API/musicals/$MUSICAL/performances" | pick performanceId)',
  '',
  '# hold two seats, reserve them, pay',
  'HOLD=$(curl -s "$API/performances/$PERFORMANCE/holds" -H "Authorization: Bearer $MINA" -H "Content-Type: application/json" -d \'{"seats":["VIP-A-15","VIP-A-16"]}\' | pick holdId)',
  'curl -s "$API/reservations" -H "Authorization: Bearer $MINA" -H "Content-Type: application/json" -H "Idempotency-Key: $HOLD" -H "Prefer: wait=10" -d "{\\"performanceId\\":\\"$PERFORMANCE\\",\\"holdId\\":\\"$HOLD\\"}"',
  'CARD=$(curl -s "$PAYMENT/v1/sandbox/payments" -H "Content-Type: application/json" -d "{\\"orderId\\":\\"$HOLD\\",\\"amount\\":340000,\\"card\\":\\"approve\\"}" | pick paymentKey)',
  'curl -s "$API/reservations/$HOLD/payment" -H "Authorization: Bearer $MINA" -H "Content-Type: application/json" -H "Idempotency-Key: pay-$HOLD" -d "{\\"paymentKey\\":\\"$CARD\\",\\"amount\\":340000}"',
  'sleep 3; curl -s "$API/mypage" -H "Authorization: Bearer $MINA"',
];
