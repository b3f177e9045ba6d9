import type { DemoTokens } from './tokens';
import type { SystemUrls } from './urls';

/** What a person sees when everything is up: addresses, tokens and the lines to try. */
export function welcomeText(urls: SystemUrls, tokens: DemoTokens, folder: string): string {
  return `
Marquee is up.

  Web            ${urls.web}/
  API reader     ${urls.docs}
  Mail           ${urls.mail}/
  Traces         ${urls.traces}/
  Payments       ${urls.payment}/v1/sandbox/payments
  API            ${urls.api}

To try it, paste this into another shell (tokens are valid for 30 days):

  API=${urls.api} PAYMENT=${urls.payment} JSON="Content-Type: application/json"
  MINA="Authorization: Bearer ${tokens.customer}"
  JAMIE="Authorization: Bearer ${tokens.otherCustomer}"
  ADMIN="Authorization: Bearer ${tokens.admin}"

${TRY_LINES.map((line) => (line === '' ? '' : `  ${line}`)).join('\n')}

README.md goes on from there with its block "Cancel". Ctrl-C ends it all; what happened stays in ${folder}.
`;
}

const TRY_LINES = [
  'pick() { grep -o "\\"$1\\":\\"[^\\"]*\\"" | head -1 | cut -d\\" -f4; }',
  'MUSICAL=$(curl -s "$API/musicals?query=Lamplighter" | pick musicalId)',
  'PERFORMANCE=$(curl -s "$API/musicals/$MUSICAL/performances" | pick performanceId)',
  '',
  '# hold two seats, reserve them, pay',
  'HOLD=$(curl -s "$API/performances/$PERFORMANCE/holds" -H "$MINA" -H "$JSON" -d \'{"seats":["VIP-A-15","VIP-A-16"]}\' | pick holdId)',
  'curl -s "$API/reservations" -H "$MINA" -H "$JSON" -H "Idempotency-Key: $HOLD" -H "Prefer: wait=10" -d "{\\"performanceId\\":\\"$PERFORMANCE\\",\\"holdId\\":\\"$HOLD\\"}"',
  'CARD=$(curl -s "$PAYMENT/v1/sandbox/payments" -H "$JSON" -d "{\\"orderId\\":\\"$HOLD\\",\\"amount\\":340000,\\"card\\":\\"approve\\"}" | pick paymentKey)',
  'curl -s "$API/reservations/$HOLD/payment" -H "$MINA" -H "$JSON" -H "Idempotency-Key: pay-$HOLD" -d "{\\"paymentKey\\":\\"$CARD\\",\\"amount\\":340000}"',
  'sleep 3; curl -s "$API/mypage" -H "$MINA"',
];
