import { useApp } from '../../app/context';
import { useTitle } from '../../app/useTitle';
import { staffPath } from '../app/paths';
import { useMay } from '../app/roles';
import { ComingList } from '../house/ComingList';
import { useHouseTexts } from '../house/texts';
import { Differences } from './Differences';
import { Owed } from './Owed';
import { SalesByHour } from './SalesByHour';
import { useLiveTexts } from './texts';

/** The day at a glance: what was sold by the hour, what is owed, where the books differ, and each coming performance. */
export default function LiveHub() {
  const t = useLiveTexts();
  const house = useHouseTexts();
  const { config } = useApp();
  const isAdmin = useMay();
  useTitle(t.hubTitle);
  return (
    <>
      <div class="bar">
        <h1 tabIndex={-1}>{t.hubTitle}</h1>
        <p class="soft">{config.theatre}</p>
      </div>
      <SalesByHour />
      <section class="part">
        <h2>{house.coming}</h2>
        <ComingList
          actions={({ performanceId }) => (
            <>
              <a href={staffPath.live(performanceId)}>{house.live}</a>
              <a href={staffPath.counter(performanceId)}>{house.sell}</a>
            </>
          )}
        />
      </section>
      <Owed />
      {isAdmin && <Differences />}
    </>
  );
}
