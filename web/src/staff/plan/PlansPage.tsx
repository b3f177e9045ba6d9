import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { Blank } from '../../parts/Blank';
import { count } from '../../texts/format';
import { staffPath } from '../app/paths';
import { StaffProblem } from '../parts/StaffProblem';
import { allDrafts, beginDraft, dropDraft } from './drafts';
import { TextField } from './Fields';
import { isPretix, readHouse } from './model/file';
import { capacityOf, emptyHouse, type House } from './model/house';
import { noteNotKept } from './NotKeptNote';
import css from './Plan.module.css';
import { usePlanTexts } from './texts';
import { importPretix, venuesQuery } from './venues';

/** All houses, those that somebody has begun to draw here, and the ways to a new one. */
export default function PlansPage() {
  const t = usePlanTexts().plans;
  useTitle(t.title);
  return (
    <>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p class="soft">{t.what}</p>
      <Drafts />
      <Venues />
      <NewHouse />
      <ImportFile />
    </>
  );
}

function Venues() {
  const t = usePlanTexts().plans;
  const { api } = useApp();
  const venues = useQuery(venuesQuery(api));
  return (
    <section class="part">
      <h2>{t.venues}</h2>
      {venues.isError && <StaffProblem error={venues.error} onRetry={() => venues.refetch()} />}
      {venues.isPending && (
        <p aria-busy="true">
          <Blank letters={30} />
        </p>
      )}
      {venues.data?.length === 0 && <p class="soft">{t.none}</p>}
      {venues.data !== undefined && venues.data.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
        <section class="scroll" tabIndex={0} aria-label={t.venues}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col" class="number">
                  {t.capacity}
                </th>
                <th scope="col">{t.floors}</th>
                <th scope="col">{t.timeZone}</th>
              </tr>
            </thead>
            <tbody>
              {venues.data.map(({ venueId, name, capacity, floors = [], timeZone }) => (
                <tr key={venueId}>
                  <th scope="row">
                    <a href={staffPath.plan(venueId)} aria-label={t.edit(name)}>
                      {name}
                    </a>
                  </th>
                  <td class="number">{count(capacity)}</td>
                  <td>{floors.join(', ')}</td>
                  <td>{timeZone}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

const DRAFTS = ['house-drafts'];

function Drafts() {
  const t = usePlanTexts();
  const queries = useQueryClient();
  const drafts = useQuery({
    queryKey: DRAFTS,
    queryFn: allDrafts,
    staleTime: 0,
    gcTime: 0,
    networkMode: 'always',
  });
  if (drafts.data === undefined || drafts.data.length === 0) return null;
  const throwAway = async (draftId: string, name: string) => {
    if (!confirm(t.plans.throwAwayAsk(name))) return;
    await dropDraft(draftId);
    await queries.invalidateQueries({ queryKey: DRAFTS });
  };
  return (
    <section class="part">
      <h2>{t.plans.drafts}</h2>
      <p class="small soft">{t.plans.draftWhat}</p>
      <ul class={css.drafts}>
        {drafts.data.map(({ draftId, house }) => (
          <li key={draftId}>
            <a href={staffPath.plan(draftId)}>{t.plans.goOn(house.name)}</a>
            <span class="small soft">{t.seats(count(capacityOf(house)))}</span>
            <button type="button" class="link small" onClick={() => throwAway(draftId, house.name)}>
              {t.plans.throwAway}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NewHouse() {
  const t = usePlanTexts().plans;
  const { route } = useLocation();
  const { config } = useApp();
  const [name, setName] = useState('');
  const [timeZone, setTimeZone] = useState(config.timeZone ?? 'Asia/Seoul');
  const begin = async (event: Event) => {
    event.preventDefault();
    route(staffPath.plan(await beginDraft(emptyHouse(name.trim(), timeZone.trim()))));
  };
  return (
    <section class="part">
      <h2>{t.draw}</h2>
      <form class="form" onSubmit={begin}>
        <TextField isLive label={t.name} value={name} onCommit={setName} />
        <TextField isLive label={t.timeZone} value={timeZone} onCommit={setTimeZone} />
        <div class="whole">
          <button type="submit" class="button">
            {t.begin}
          </button>
        </div>
      </form>
    </section>
  );
}

function ImportFile() {
  const t = usePlanTexts().plans;
  const { api, config } = useApp();
  const { route } = useLocation();
  const [wrong, setWrong] = useState<string>();
  const [failure, setFailure] = useState<unknown>();
  const open = async (text: string) => {
    if (isPretix(text)) {
      const zone = config.timeZone ?? 'Asia/Seoul';
      const { venueId, notKept } = await importPretix(api, JSON.parse(text), zone, crypto.randomUUID());
      noteNotKept(venueId, notKept);
      return route(staffPath.plan(venueId));
    }
    const house = readHouse(text);
    if ('pointer' in house) return setWrong(t.notRead(house.pointer));
    route(staffPath.plan(await beginDraft(house as House)));
  };
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    setWrong(undefined);
    setFailure(undefined);
    if (file !== undefined) await file.text().then(open).catch(setFailure);
    input.value = '';
  };
  return (
    <section class="part">
      <h2>{t.import}</h2>
      <div class={`field ${css.file}`}>
        <span>
          <label for="import-file">{t.file}</label>
        </span>
        <input
          id="import-file"
          type="file"
          accept=".json,application/json"
          aria-describedby="import-what"
          onChange={(event) => choose(event.currentTarget)}
        />
        <span id="import-what" class="what">
          {t.importWhat}
        </span>
      </div>
      {wrong !== undefined && (
        <p class={css.mark} role="alert">
          {wrong}
        </p>
      )}
      {failure !== undefined && <StaffProblem error={failure} />}
    </section>
  );
}
