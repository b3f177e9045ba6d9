import type { SystemUrls } from './urls';

export type Welcome = {
  readonly urls: SystemUrls;
  readonly dataDir: string;
  /** Last day of the demo season, ISO 8601. Undefined without one. */
  readonly seasonEndsOn: string | undefined;
};

/** What a person sees when everything is up. The first line to click is the web's. */
export function welcomeText({ urls, dataDir, seasonEndsOn }: Welcome): string {
  const season = seasonEndsOn === undefined ? '' : ` The demo season runs until ${seasonEndsOn}.`;
  return `
Marquee is up. Sign in as anybody, and pay with any card: no money moves.

  Web            ${urls.web}/
  Staff          ${urls.web}/staff    the door: ${urls.web}/door
  Mail           ${urls.mail}/    every mail there is: ${urls.web}/dev/mails
  Payments       ${urls.payment}/v1/sandbox/payments
  Traces         ${urls.traces}/
  API reader     ${urls.docs}

README.md buys a ticket by curl too.${season}
Ctrl-C ends it all. What happened stays in ${dataDir}.
`;
}
