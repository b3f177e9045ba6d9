import { calendarOf } from './domain/calendar';
import { mailHtml } from './domain/mailHtml';
import type { Notice } from './domain/notice';
import { languageFor } from './domain/texts';
import type { IssuedTicket } from './domain/visit';
import type { Attachment, Mail } from './mail';
import { qrPng } from './qrPng';

/** A notice as a mail, with the tickets of its visit. It is the same at each attempt. */
export function mailOf(notice: Notice, to: string, tickets: readonly IssuedTicket[]): Mail {
  const { noticeId, subject, body, locale, visit } = notice;
  const say = languageFor(locale);
  const codes = tickets.map(({ seatId, code }, i) => ({ seatId, ...qrAttachment(seatId, code, i) }));
  const isWithout = visit !== undefined && visit.isOff === undefined && tickets.length === 0;
  const text = isWithout ? `${body}\n\n${say.mail.ticketsElsewhere}` : body;
  const page = {
    subject,
    body: text,
    tickets: codes.map(({ seatId, contentId }) => ({ seatId, image: `cid:${contentId}` })),
  };
  return {
    to,
    subject: plainSubject(subject),
    text: tickets.length === 0 ? text : `${text}\n\n${say.mail.atTheDoor}`,
    html: mailHtml(page, say),
    attachments: [...codes.map(({ seatId: _seat, ...code }) => code), ...calendarAttachment(notice)],
    messageId: `<${noticeId.replaceAll(':', '.')}@marquee>`,
  };
}

/** A mail program wants another content id for each, and names of files that any machine can store. */
function qrAttachment(seatId: string, code: string, i: number) {
  const contentId = `ticket-${i + 1}@marquee`;
  return { name: `${seatId}.png`, contentType: 'image/png', content: qrPng(code), contentId };
}

function calendarAttachment({ visit, reservationId, body, locale, createdAt }: Notice): Attachment[] {
  if (visit === undefined || reservationId === undefined) return [];
  const entry = { reservationId, visit, description: body, locale: locale ?? 'ko', writtenAt: createdAt };
  const text = calendarOf(entry);
  if (text === undefined) return [];
  const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
  return [{ name: 'performance.ics', contentType, content: Buffer.from(text) }];
}

/** `=?…?=` in a title would be read as an encoded word, and shown as something else. Source: RFC 2047, section 2 */
const plainSubject = (subject: string): string => subject.replaceAll('=?', '= ?');
