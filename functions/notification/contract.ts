import type { z } from 'zod';
import { noticeSchema } from './domain/notice';

/** What others may read of a notice. It says how far it is, and nothing of its text or its reader. */
export const noticeProgressSchema = noticeSchema.pick({
  noticeId: true,
  kind: true,
  createdAt: true,
  mail: true,
  mailedAt: true,
  attempts: true,
  dueAt: true,
  again: true,
});

/** A notice as its reader gets it when asking for everything that is kept. */
export const noticeCopySchema = noticeSchema.pick({
  noticeId: true,
  kind: true,
  reservationId: true,
  subject: true,
  body: true,
  to: true,
  createdAt: true,
});
export type NoticeProgress = z.infer<typeof noticeProgressSchema>;
