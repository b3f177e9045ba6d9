import { useTitle } from '../../app/useTitle';
import { Items } from './Items';
import { Out } from './Out';
import { useLendingTexts } from './texts';

/** What is out, to be taken back at the counter; and what there is to lend. */
export default function LendingPage() {
  const t = useLendingTexts();
  useTitle(t.title);
  return (
    <>
      <h1 tabIndex={-1}>{t.title}</h1>
      <Out />
      <Items />
    </>
  );
}
