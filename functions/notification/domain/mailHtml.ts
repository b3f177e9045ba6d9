import type { Language } from './language';

/** A ticket in a mail. `image` is the address of its QR code. */
export type ShownTicket = { readonly seatId: string; readonly image: string };

export type MailPage = {
  readonly subject: string;
  /** Paragraphs of lines, as the text says it. */
  readonly body: string;
  readonly tickets: readonly ShownTicket[];
};

const FONT =
  "-apple-system,'Segoe UI',Roboto,'Apple SD Gothic Neo','Malgun Gothic','Noto Sans KR','Noto Sans CJK KR',sans-serif";

/** The styles stand at each element, because some mail programs drop the sheet. What only the dark needs is in the sheet. */
const STYLE = {
  page: `margin:0;padding:0;background:#faf8f4;color:#1c1917;font:16px/1.55 ${FONT};word-break:keep-all;overflow-wrap:anywhere`,
  column: 'max-width:560px;margin:0 auto;padding:24px 16px',
  card: 'background:#ffffff;border:1px solid #e4ded4;border-radius:8px;padding:20px',
  title: 'margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:700',
  paragraph: 'margin:0 0 16px',
  label: 'color:#6b645c',
  heading: 'margin:24px 0 4px;padding-top:20px;border-top:1px solid #e4ded4;font-size:18px;font-weight:700',
  soft: 'margin:0 0 16px;color:#6b645c;font-size:14px',
  tickets: 'text-align:center',
  ticket: 'display:inline-block;vertical-align:top;width:224px;margin:0 8px 16px',
  code: 'display:block;width:224px;height:224px;background:#ffffff;border-radius:6px',
  seat: 'display:block;padding-top:6px;font-size:18px;font-weight:700',
  foot: 'margin:16px 4px 0;color:#6b645c;font-size:13px',
} as const;

const DARK = `@media (prefers-color-scheme:dark){
.page{background:#141113!important;color:#f4eee6!important}
.card{background:#1e1a1d!important;border-color:#352f32!important}
.heading{border-color:#352f32!important}
.soft{color:#ada49a!important}
}`;

/** A notice as a page of its mail. It reads on a phone and in the dark, and loads nothing from anywhere. */
export function mailHtml({ subject, body, tickets }: MailPage, { locale, mail }: Language): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(subject)}</title>
<style>:root{color-scheme:light dark;supported-color-schemes:light dark}
${DARK}</style>
</head>
<body class="page" style="${STYLE.page}">
<div style="${STYLE.column}">
<div class="card" style="${STYLE.card}">
<h1 style="${STYLE.title}">${escaped(subject)}</h1>
${body.split('\n\n').map(paragraph).join('\n')}
${ticketsOf(tickets, mail)}</div>
<p class="soft" style="${STYLE.foot}">${escaped(mail.automatic)}</p>
</div>
</body>
</html>
`;
}

const paragraph = (text: string): string =>
  `<p style="${STYLE.paragraph}">${text.split('\n').map(lineOf).join('<br>\n')}</p>`;

/** What stands before a colon and a space is said softly. */
function lineOf(line: string): string {
  const [, label, value] = /^([^:]{1,32}): (.+)$/.exec(line) ?? [];
  if (label === undefined || value === undefined) return escaped(line);
  return `<span class="soft" style="${STYLE.label}">${escaped(label)}</span>&ensp;${escaped(value)}`;
}

function ticketsOf(
  tickets: readonly ShownTicket[],
  { tickets: heading, atTheDoor }: Language['mail'],
): string {
  if (tickets.length === 0) return '';
  const shown = tickets.map(
    ({ seatId, image }) => `<div style="${STYLE.ticket}">
<img src="${escaped(image)}" width="224" height="224" alt="QR ${escaped(seatId)}" style="${STYLE.code}">
<span style="${STYLE.seat}">${escaped(seatId)}</span>
</div>`,
  );
  return `<h2 class="heading" style="${STYLE.heading}">${escaped(heading)}</h2>
<p class="soft" style="${STYLE.soft}">${escaped(atTheDoor)}</p>
<div style="${STYLE.tickets}">
${shown.join('\n')}
</div>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
