import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { answered } from '../../api/client';
import { announce } from '../../app/announce';
import { useApp } from '../../app/context';
import { seatsInWords } from '../../parts/seatName';
import { choiceFor, clearChoice } from '../../purchase/choice';
import { useTexts } from '../../texts';
import { dayAndTime } from '../../texts/format';
import { Chooser } from '../house/Chooser';
import css from '../house/House.module.css';
import { HouseFrame, type OpenHouse } from '../house/HouseFrame';
import { staffSeatsQuery, useStaffHouse, withheldQuery } from '../house/staffSeats';
import { StaffProblem } from '../parts/StaffProblem';
import type { WithheldSeats } from '../types';
import { ActNote } from './ActNote';
import own from './Counter.module.css';
import { useCounterTexts } from './texts';
import { useAct } from './useAct';

/** As many as one request names. */
const MOST_SEATS = 200;

/** House seats and broken ones: kept off sale with a reason, and put on sale again. */
export default function WithheldPage({ performanceId }: { readonly performanceId: string }) {
  const t = useCounterTexts();
  const house = useStaffHouse(performanceId);
  return (
    <HouseFrame performanceId={performanceId} title={t.withheldTitle} here="withheld" house={house}>
      {(open) => (
        <div class={css.split}>
          <div class={css.house}>
            <Chooser house={open} choice={choiceFor(nameOf(performanceId))} most={MOST_SEATS} />
          </div>
          <div class="stack">
            <Withhold house={open} />
            <Kept house={open} />
          </div>
        </div>
      )}
    </HouseFrame>
  );
}

const nameOf = (performanceId: string): string => `withhold/${performanceId}`;

/** What is shown of this performance's seats is asked for again. */
function useSeatsAnew(performanceId: string): () => void {
  const { api } = useApp();
  const queries = useQueryClient();
  return () => {
    queries.invalidateQueries({ queryKey: withheldQuery(api, performanceId).queryKey });
    queries.invalidateQueries({ queryKey: staffSeatsQuery(api, performanceId).queryKey });
  };
}

type Body = { seats: string[]; reason: string; note?: string };

function Withhold({ house: { performance } }: { readonly house: OpenHouse }) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const { api } = useApp();
  const { performanceId, sections } = performance;
  const anew = useSeatsAnew(performanceId);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [taken, setTaken] = useState<readonly string[]>([]);
  const { seats } = choiceFor(nameOf(performanceId)).value;
  const act = useAct({
    intent: `withhold:${performanceId}`,
    send: ({ key, body }: { key: string; body: Body }) =>
      answered(
        api.POST('/admin/performances/{performanceId}/withheld', {
          params: { path: { performanceId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
    onDone: (withheld) => {
      setTaken(withheld.taken);
      clearChoice(nameOf(performanceId));
      announce(t.isWithheld(withheld.seats.length));
      anew();
    },
  });
  const submit = (event: Event) => {
    event.preventDefault();
    const more = note.trim() === '' ? {} : { note: note.trim() };
    if (seats.length > 0 && !act.isUnanswered)
      act.run(() => ({ seats: [...seats], reason: reason.trim(), ...more }));
  };
  return (
    <form class={own.sale} onSubmit={submit} aria-label={t.withhold}>
      <h2>{t.withhold}</h2>
      <p>{seats.length === 0 ? t.chooseToWithhold : seatsInWords(place, sections, seats)}</p>
      <label class="field">
        <span>{t.reason}</span>
        <input
          required
          maxLength={100}
          value={reason}
          onInput={(event) => setReason(event.currentTarget.value)}
          list="withhold-reasons"
          autocomplete="off"
        />
        <datalist id="withhold-reasons">
          {t.reasons.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label class="field">
        <span>{t.note}</span>
        <input
          maxLength={500}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          autocomplete="off"
        />
      </label>
      {taken.length > 0 && <p>{t.couldNot(seatsInWords(place, sections, taken))}</p>}
      <ActNote act={act} />
      {!act.isUnanswered && (
        <button type="submit" class="button" disabled={seats.length === 0 || act.isPending}>
          {seats.length === 0 ? t.withhold : t.withholdNow(seats.length)}
        </button>
      )}
    </form>
  );
}

function Kept({ house: { performance } }: { readonly house: OpenHouse }) {
  const t = useCounterTexts();
  const { api } = useApp();
  const { performanceId } = performance;
  const withheld = useQuery(withheldQuery(api, performanceId));
  const items = withheld.data?.items.filter(({ seats }) => seats.length > 0) ?? [];
  return (
    <section>
      <h2>{t.keptTitle}</h2>
      {withheld.isError && <StaffProblem error={withheld.error} onRetry={() => withheld.refetch()} />}
      {withheld.isSuccess && items.length === 0 && <p>{t.nothingKept}</p>}
      <ul class="stack">
        {items.map((one) => (
          <KeptOnes key={one.withheldId} performance={performance} of={one} />
        ))}
      </ul>
    </section>
  );
}

function KeptOnes({
  performance: { performanceId, sections, venue },
  of: { withheldId, seats, reason, note, since },
}: {
  readonly performance: OpenHouse['performance'];
  readonly of: WithheldSeats;
}) {
  const t = useCounterTexts();
  const { place } = useTexts();
  const { api } = useApp();
  const anew = useSeatsAnew(performanceId);
  const act = useAct({
    intent: `unwithhold:${withheldId}`,
    send: ({ body }: { key: string; body: { seats: string[] } }) =>
      answered(
        api.POST('/admin/performances/{performanceId}/withheld/return', {
          params: { path: { performanceId } },
          body,
        }),
      ),
    onDone: (returned) => {
      announce(t.isReturned(returned.seats.length));
      anew();
    },
  });
  return (
    <li>
      <p>
        <strong>{reason}</strong> · {seatsInWords(place, sections, seats)}
      </p>
      <p class="soft small">{[note, dayAndTime(since, venue.timeZone)].filter(Boolean).join(' · ')}</p>
      <ActNote act={act} />
      <button
        type="button"
        class="button quiet"
        disabled={act.isPending}
        onClick={() => act.run(() => ({ seats: [...seats] }))}
      >
        {t.returnNow(seats.length)}
      </button>
    </li>
  );
}
