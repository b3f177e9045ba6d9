import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { answered } from '../../api/client';
import type { Musical } from '../../api/types';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { requestOf, settle } from '../../purchase/intent';
import { staffPath } from '../app/paths';
import { Field } from '../parts/Field';
import { StaffProblem } from '../parts/StaffProblem';
import { LosingDialog } from './LosingDialog';
import { blankMusical, bodyOf, draftOf, isElsewhere, type MusicalDraft } from './musicalFields';
import css from './Programme.module.css';
import type { WithTag } from './staffQueries';
import { useProgrammeTexts } from './texts';
import { lossesIn, type OnMove } from './useChanging';

const NEW = 'new-musical';

/** The facts of a musical in both languages: of one that is there, or of a new one. */
export function MusicalForm({ known }: { readonly known: WithTag<Musical> | undefined }) {
  const t = useProgrammeTexts().musical;
  const { config } = useApp();
  const [draft, setDraft] = useState(() =>
    known === undefined ? blankMusical(config.timeZone) : draftOf(known.value),
  );
  const [onMove, setOnMove] = useState<OnMove>('keep');
  const saving = useSaving(known);
  const losses = lossesIn(saving.error);
  const isMoved = known !== undefined && isElsewhere(draft, known.value);
  const save = (reservations?: number) => {
    if (saving.isPending) return;
    saving.mutate({
      draft,
      ...(isMoved ? { onMove } : {}),
      ...(reservations === undefined ? {} : { reservations }),
    });
  };
  const field = (name: keyof MusicalDraft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <fieldset class="form" disabled={saving.isPending}>
        <Field label={t.name} required maxLength={200} {...field('title')} />
        <Field label={t.nameEn} lang="en" maxLength={200} {...field('titleEn')} />
        <Text label={t.description} {...field('description')} />
        <Text label={t.descriptionEn} {...field('descriptionEn')} />
        <Field label={t.start} type="date" required {...field('startDate')} />
        <Field label={t.end} type="date" required min={draft.startDate} {...field('endDate')} />
        <Field label={t.venue} required maxLength={200} {...field('venue')} />
        <Field label={t.timeZone} what={t.timeZoneWhat} required {...field('timeZone')} />
        {isMoved && <MoveChoice chosen={onMove} onChoose={setOnMove} />}
        <Field label={t.minutes} type="number" min={1} max={1000} {...field('minutes')} />
        <Field label={t.age} maxLength={50} {...field('ageRating')} />
      </fieldset>
      {saving.isError && losses === undefined && <StaffProblem error={saving.error} />}
      <div class="actions">
        <button type="submit" class="button" aria-disabled={saving.isPending}>
          {t.save}
        </button>
        {saving.isSuccess && <span role="status">{t.saved}</span>}
      </div>
      {losses !== undefined && (
        <LosingDialog
          losses={losses}
          onGoOn={() => save(losses.reservations)}
          onClose={() => saving.reset()}
        />
      )}
    </form>
  );
}

/** What becomes of tickets for performances that are played in the musical's own venue, when that is another one. */
function MoveChoice(props: { readonly chosen: OnMove; readonly onChoose: (chosen: OnMove) => void }) {
  const t = useProgrammeTexts();
  return (
    <fieldset class={`whole ${css.options}`}>
      <legend>{t.musical.moveWhat}</legend>
      {(['keep', 'refund'] as const).map((option) => (
        <label key={option}>
          <input
            type="radio"
            name="on-move"
            checked={props.chosen === option}
            onChange={() => props.onChoose(option)}
          />
          {option === 'keep' ? t.performance.keep : t.musical.moveRefund}
        </label>
      ))}
    </fieldset>
  );
}

type Saving = {
  readonly draft: MusicalDraft;
  readonly onMove?: OnMove;
  /** How many reservations whoever saves it knows to lose their seats. */
  readonly reservations?: number;
};

function useSaving(known: WithTag<Musical> | undefined) {
  const t = useProgrammeTexts().musical;
  const { api } = useApp();
  const { route } = useLocation();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ draft, onMove, reservations }: Saving): Promise<Musical> => {
      const body = bodyOf(draft, known?.value.posterUrl);
      if (known === undefined) {
        // What was sent before and has no answer yet is sent again to the letter, and made once.
        const { key } = requestOf(sessionStorage, `${NEW} ${JSON.stringify(body)}`, () => body);
        const made = await answered(
          api.POST('/musicals', { params: { header: { 'Idempotency-Key': key } }, body }),
        );
        settle(sessionStorage, `${NEW} ${JSON.stringify(body)}`);
        return made;
      }
      const params = {
        path: { musicalId: known.value.musicalId },
        header: { 'If-Match': known.etag },
        query: reservations === undefined ? {} : { reservations },
      };
      const moved = onMove === undefined ? body : { ...body, onMove };
      return answered(api.PUT('/musicals/{musicalId}', { params, body: moved }));
    },
    onSuccess: async (musical) => {
      announce(t.saved);
      await queries.invalidateQueries();
      if (known === undefined) route(staffPath.musical(musical.musicalId), true);
    },
  });
}

function Text(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <textarea
        maxLength={5000}
        value={props.value}
        onInput={({ currentTarget }) => props.onChange(currentTarget.value)}
      />
    </label>
  );
}
