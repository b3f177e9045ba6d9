import { useTexts } from '../texts';

/** The seats' page: see web/README.md for what it gets. */
export default function Seats({ performanceId }: { readonly performanceId: string }) {
  const t = useTexts();
  return (
    <div data-whole>
      <h1 tabIndex={-1}>{t.app.loading}</h1>
      <p>{performanceId}</p>
    </div>
  );
}
