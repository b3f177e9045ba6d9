/** What the web reads at its start from `/config.json`, so that one build serves everywhere. */
export type WebConfig = {
  readonly apiUrl: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly payment: { readonly kind: 'stand-in'; readonly url: string };
  readonly theatre: string;
};

/** The web's settings on this machine, from the product's. */
export function webConfig(settings: Readonly<Record<string, string>>): WebConfig {
  const { AUTH_ISSUER: issuer, PAYMENT_URL: paymentUrl } = settings;
  if (!issuer || !paymentUrl) {
    throw new Error('The web needs AUTH_ISSUER and PAYMENT_URL. See local.settings.sample.json.');
  }
  return {
    apiUrl: '/api',
    issuer,
    clientId: 'marquee-web',
    payment: { kind: 'stand-in', url: `${paymentUrl}/pay` },
    theatre: 'Marquee',
  };
}
