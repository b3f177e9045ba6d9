/** What the columns of a table are called. */
export const Heads = ({ of }: { readonly of: readonly string[] }) => (
  <>
    {of.map((head) => (
      <th key={head} scope="col">
        {head}
      </th>
    ))}
  </>
);
