import { keptIn } from '../../offline/store';
import type { House } from './model/house';

/** A house that somebody draws and has not saved, kept on this device at every step. */
export type Draft = {
  /** The venue's id, or one of its own as long as there is no venue. */
  readonly draftId: string;
  /** Of the venue that it was begun from. */
  readonly etag?: string | undefined;
  readonly house: House;
  readonly changedAtMs: number;
  /** One for what is drawn now, so that saving it twice makes one venue. */
  readonly key: string;
};

/** Not with the tickets: who signs out has not thrown the drawing away. */
const drafts = keptIn('house-drafts');

export const keepDraft = (draft: Draft): Promise<boolean> => drafts.keep(draft.draftId, draft);
export const dropDraft = (draftId: string): Promise<boolean> => drafts.drop(draftId);

/** The youngest first. */
export const allDrafts = async (): Promise<readonly Draft[]> =>
  ((await drafts.all()) as Draft[]).sort((a, b) => b.changedAtMs - a.changedAtMs);

export const draftOf = async (draftId: string): Promise<Draft | undefined> =>
  (await allDrafts()).find((draft) => draft.draftId === draftId);

const NEW = 'new-';

export const isNew = (draftId: string): boolean => draftId.startsWith(NEW);

/** Begins a house that is nowhere yet, and says under which id. */
export async function beginDraft(house: House): Promise<string> {
  const draftId = `${NEW}${crypto.randomUUID()}`;
  await keepDraft({ draftId, house, changedAtMs: Date.now(), key: crypto.randomUUID() });
  return draftId;
}
