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
});
export type NoticeProgress = z.infer<typeof noticeProgressSchema>;
